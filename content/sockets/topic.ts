import type { TopicSpec } from "#lib/content/schema.ts";

export default { order: 7, title: { en: "What the calls do", zh: "系统调用" } } satisfies TopicSpec;
