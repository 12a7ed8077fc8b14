import type { TopicSpec } from "#lib/content/schema.ts";

export default { order: 3, title: { en: "Listening and queues", zh: "监听与队列" } } satisfies TopicSpec;
