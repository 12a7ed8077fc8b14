import type { Metadata, Route } from "next";
import { notFound, redirect } from "next/navigation";
import { languageOf, reading } from "#app/_door.ts";
import { pairProps, roomProps } from "#app/_interview/room-props.tsx";
import { db } from "#lib/db/client.ts";
import { readRoom } from "#lib/interview/queries.ts";
import { interviewId } from "#lib/interview/schema.ts";
import { PairDesk } from "./pair-desk.tsx";
import { InterviewRoom } from "./room.tsx";

type Props = PageProps<"/[locale]/interview/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { m } = await languageOf(params);
  return { title: m.interview.heading };
}

export default async function InterviewRoomPage({ params }: Props) {
  const { language, m } = await languageOf(params);
  const id = interviewId.safeParse((await params).id);
  if (!id.success) notFound();
  const read = await reading(() => readRoom(db(), id.data, language, new Date()));
  if (read.state === "unknown") notFound();
  if (read.state !== "open") redirect(`/${language}/interview/${id.data}/debrief` as Route);
  const { room, pair } = read;
  const props = { ...roomProps(room, language, m), words: m.room };
  return pair === null ? <InterviewRoom {...props} /> : <PairDesk {...props} {...pairProps(room, pair, language, m)} />;
}
