import type { TopicSpec } from "#lib/content/schema.ts";

export default { order: 2, title: { en: "Sequence numbers", zh: "序列号" } } satisfies TopicSpec;
