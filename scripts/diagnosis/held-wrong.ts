/** What a diagnosis got wrong of a labelled chat, message by message, to read through. */
import type { ChatRequest, Diagnosis, Reading, Thread } from "../../shared/diagnosis/diagnosis.ts";
import type { TrainingChat } from "./training-chats.ts";

export function wrongIn(
  { chat, acts, chases, requestsOf, people, due }: TrainingChat,
  held: { found: Diagnosis; readings: readonly Reading[]; threads: readonly Thread[] },
  truth: Diagnosis,
): string {
  const lines: string[] = [];
  const time = (at: number): string => new Date(at).toISOString().slice(5, 16);
  const said = (index: number): string => {
    const message = chat.messages[index];
    const read = held.readings[index];
    const who = people[message?.by ?? -1];
    const threads = held.threads.flatMap(({ messages }, place) => (messages.includes(index) ? [place] : []));
    const dueAt = read?.due ?? null;
    return (
      `${index} ${time(message?.at ?? 0)} ${who?.name} (${who?.role}) [${requestsOf[index]} ${acts[index]}` +
      `${due[index] == null ? "" : ` due ${time(due[index] ?? 0)}`}] found [${threads} ${read?.act} ${read?.confidence}` +
      ` +${read?.also}${read?.addsNothing ? " nothing" : ""}${dueAt === null ? "" : ` due ${time(dueAt)}`}] ${message?.text.slice(0, 110)}`
    );
  };
  const found = new Set(held.found.requests.flatMap((request) => request.chases));
  for (const { index } of chat.messages) {
    if (found.has(index) && !chases.has(index)) lines.push(`  no chase:     ${said(index)}`);
    if (!found.has(index) && chases.has(index)) lines.push(`  missed chase: ${said(index)}`);
  }
  const promised = (diagnosis: Diagnosis) =>
    new Set(diagnosis.requests.flatMap(({ promises }) => promises.map(({ message }) => message)));
  const [ours, theirs] = [promised(held.found), promised(truth)];
  for (const { index } of chat.messages) {
    if (ours.has(index) && !theirs.has(index)) lines.push(`  no promise:     ${said(index)}`);
    if (!ours.has(index) && theirs.has(index)) lines.push(`  missed promise: ${said(index)}`);
  }
  const boundaries = ({ shifts }: Diagnosis): string =>
    shifts.boundaries.map(({ minute }) => `${Math.floor(minute / 1440)} ${(minute % 1440) / 60}`).join(", ");
  lines.push(`  boundaries ${boundaries(held.found)}\n  as marked  ${boundaries(truth)}`);
  for (const request of held.found.requests) {
    if (!request.crossedShift) continue;
    const same = likest(request, truth.requests);
    if (same?.droppedAtShift === request.droppedAtShift && same.crossedShift) continue;
    const crossings = ({ crossings: all }: ChatRequest): string =>
      all.map(({ at, isDropped }) => `${time(at)}${isDropped ? " dropped" : ""}`).join(", ");
    lines.push(`  crossed ${crossings(request)} marked ${same ? crossings(same) : "?"}`);
    lines.push(...request.messages.map((index) => `      ${said(index)}`));
    for (const index of same?.messages ?? [])
      if (!request.messages.includes(index)) lines.push(`    + ${said(index)}`);
  }
  for (const request of truth.requests) {
    const same = likest(request, held.found.requests);
    if (request.crossedShift && !same?.crossedShift)
      lines.push(
        `  not crossed: ${request.title}`,
        ...request.messages.map((index) => `      ${said(index)}`),
      );
  }
  return lines.join("\n");
}

function likest({ messages }: ChatRequest, among: readonly ChatRequest[]): ChatRequest | undefined {
  const shared = (other: ChatRequest) => other.messages.filter((index) => messages.includes(index)).length;
  const [best] = among.toSorted((one, other) => shared(other) - shared(one));
  return best && shared(best) > 0 ? best : undefined;
}
