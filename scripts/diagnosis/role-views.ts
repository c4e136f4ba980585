/** Harder views of a labelled chat: without names, only its beginning, or what one client and the business said alone. */
import type { Chat } from "../../shared/diagnosis/chat.ts";
import type { Person } from "../../shared/diagnosis/diagnosis.ts";
import type { TrainingChat } from "./training-chats.ts";

export type View = { chat: Chat; people: readonly Person[] };

export const VIEWS: Readonly<Record<string, (training: TrainingChat) => View[]>> = {
  whole: ({ chat, people }) => [{ chat, people }],
  withoutNames: ({ chat, people }) => [
    {
      chat: { ...chat, title: null, people: chat.people.map((_, person) => `Q${"x".repeat(person)}`) },
      people,
    },
  ],
  firstThird: ({ chat, people }) => [
    keep(
      { chat, people },
      (index) => index < chat.messages.length / 3,
      (by) => by,
    ),
  ],
  lastHalf: ({ chat, people }) => [
    keep(
      { chat, people },
      (index) => index > chat.messages.length / 2,
      (by) => by,
    ),
  ],
  direct: directChats,
};

/** One client with the business, who is one person there; the chat's name is left out, it would give them away. */
function directChats({ chat, people, requestsOf }: TrainingChat): View[] {
  const business = people.findIndex(({ role }) => role === "staff");
  return people.flatMap(({ role }, client) => {
    if (role !== "client") return [];
    const theirs = new Set(
      chat.messages.flatMap(({ index, by }) => (by === client ? (requestsOf[index] ?? []) : [])),
    );
    const view = keep(
      { chat: { ...chat, title: null, isGroup: false }, people },
      (index, by) =>
        (by === client || people[by]?.role !== "client") &&
        (requestsOf[index] ?? []).some((request) => theirs.has(request)),
      (by) => (by === client ? client : business),
    );
    return view.people.length === 2 && view.chat.messages.length >= 8 ? [view] : [];
  });
}

function keep(
  { chat, people }: View,
  isKept: (index: number, by: number) => boolean,
  speaker: (by: number) => number,
): View {
  const kept = chat.messages.filter(({ index, by }) => by !== null && isKept(index, by));
  const speakers = [...new Set(kept.map(({ by }) => speaker(by ?? 0)))];
  return {
    chat: {
      ...chat,
      people: speakers.map((person) => chat.people[person] ?? ""),
      messages: kept.map((message, index) => ({
        ...message,
        index,
        by: speakers.indexOf(speaker(message.by ?? 0)),
      })),
    },
    people: speakers.flatMap((person) => people[person] ?? []),
  };
}
