import type { TopicSpec } from "#lib/content/schema.ts";

export default { order: 8, title: { en: "In operation", zh: "运维实战" } } satisfies TopicSpec;
