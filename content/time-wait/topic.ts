import type { TopicSpec } from "#lib/content/schema.ts";

export default { order: 5, title: { en: "TIME-WAIT", zh: "TIME-WAIT" } } satisfies TopicSpec;
