/** Two names of one person, taken together in the whole chat. Pure. */
import type { Chat } from "../../../shared/diagnosis/chat.ts";

/** `pairs`: the second is the first one under another name; names the chat does not hold change nothing. */
export function joinPeople(chat: Chat, pairs: readonly (readonly [string, string])[]): Chat {
  const owner = chat.people.map((_, place) => place);
  const ownerOf = (place: number): number => {
    const next = owner[place] ?? place;
    return next === place ? place : ownerOf(next);
  };
  for (const [name, other] of pairs) {
    const one = chat.people.indexOf(name);
    const two = chat.people.indexOf(other);
    if (one >= 0 && two >= 0) owner[ownerOf(two)] = ownerOf(one);
  }
  const kept = chat.people.flatMap((_, place) => (ownerOf(place) === place ? [place] : []));
  if (kept.length === chat.people.length) return chat;
  const placeOf = new Map(kept.map((old, place) => [old, place]));
  const moved = chat.people.map((_, old) => placeOf.get(ownerOf(old)) ?? 0);
  return {
    ...chat,
    people: kept.map((old) => chat.people[old] ?? ""),
    messages: chat.messages.map((message) =>
      message.by === null ? message : { ...message, by: moved[message.by] ?? message.by },
    ),
  };
}
