import type { TopicSpec } from "#lib/content/schema.ts";

export default { order: 1, title: { en: "Opening", zh: "建立连接" } } satisfies TopicSpec;
