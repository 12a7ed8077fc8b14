import type { TopicSpec } from "#lib/content/schema.ts";

export default { order: 4, title: { en: "Closing", zh: "关闭连接" } } satisfies TopicSpec;
