import type { TopicSpec } from "#lib/content/schema.ts";

export default { order: 6, title: { en: "Resets and lost memory", zh: "重置与失忆" } } satisfies TopicSpec;
