/** What is sent to begin the board: the chosen requests with their clients, no message. Pure. */
import type { ChatImport } from "../../../shared/api/chat-imports.ts";
import { instantOf } from "./chat-zone.ts";
import type { Board, OpenRequest } from "./talk.ts";

export type ChosenRequest = { request: OpenRequest; title: string };

export function importOf(
  board: Board,
  chosen: readonly ChosenRequest[],
  zone: string,
  noteOf: (request: OpenRequest) => string,
): ChatImport {
  const clients = clientsOf(chosen);
  return {
    title: board.title,
    saidFrom: instantOf(board.saidFrom, zone).toISOString(),
    saidTo: instantOf(board.saidTo, zone).toISOString(),
    clients: clients.flatMap((client) => board.clients[client] ?? []),
    requests: chosen.map(({ request, title }) => ({
      title: title.trim() || request.title,
      client: request.client === null ? null : clients.indexOf(request.client),
      priority: "normal",
      note: noteOf(request),
    })),
    roster: board.roster,
    before: board.before,
  };
}

/** Places of the clients whose requests were chosen, each once. */
export const clientsOf = (chosen: readonly ChosenRequest[]): number[] => [
  ...new Set(chosen.flatMap(({ request }) => request.client ?? [])),
];
