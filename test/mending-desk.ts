/** A desk where messages are opened, split, moved, taken out and merged, and everything is taken back. */

import { actorOf } from "../server/requests/actor.ts";
import type { Ask } from "../server/requests/command.ts";
import { applyCommand } from "../server/requests/commands.ts";
import { listRequestsOfContact } from "../server/requests/list.ts";
import { undoMending } from "../server/requests/mending-undo.ts";
import { mergeRequests } from "../server/requests/merge.ts";
import { moveMessages, takeOut } from "../server/requests/move-messages.ts";
import { readRequestPage } from "../server/requests/page.ts";
import { splitRequest } from "../server/requests/split.ts";
import { stripById } from "../server/requests/strips.ts";
import { sortMessages } from "../server/triage/sort.ts";
import { undoLast } from "../server/triage/undo.ts";
import { trayApi } from "../shared/api/tray.ts";
import { type Client, type Desk, openDesk, type Person } from "./desk.ts";

type Split = Parameters<typeof splitRequest>[4];
type Decision = Parameters<(typeof trayApi)["decide"]["body"]["parse"]>[0];

export type MendingDesk = Awaited<ReturnType<typeof openMendingDesk>>;

export async function openMendingDesk() {
  const desk: Desk = await openDesk();
  const { db, system, clock } = desk;
  const people = {
    ana: await desk.person("Ana"),
    bruno: await desk.person("Bruno"),
    clara: await desk.person("Clara", "coordinator"),
  };
  let seen = 0;
  const newClient = () => desk.client(`Client ${++seen}`);
  const decide = (by: Person, decision: Decision) =>
    db.transaction((tx) => sortMessages(tx, system, by, trayApi.decide.body.parse(decision)));
  return {
    desk,
    ...people,
    karim: await desk.client("Karim", "worker"),
    newClient,
    decide,
    /** One request of what a client said, a minute between the words. */
    async opened(words: readonly string[], by = people.ana, known?: Client) {
      const client = known ?? (await newClient());
      const messageIds: number[] = [];
      for (const word of words) {
        clock.forward({ minutes: 1 });
        messageIds.push(await desk.says(client, word));
      }
      const made = await decide(by, { messageIds, kind: "opens", title: words[0] ?? "?" });
      return { id: made.requestId ?? 0, messageIds, decisionId: made.decisionId, client };
    },
    async chased(requestId: number, client: Client) {
      const messageId = await desk.says(client, "Anyone?");
      await decide(people.ana, { messageIds: [messageId], kind: "chase", requestId });
      return messageId;
    },
    split: (by: Person, id: number, messageIds: number[], more: Partial<Split> = {}) =>
      db.transaction((tx) =>
        splitRequest(tx, system, by, id, {
          ...{ messageIds, keep: false, title: "Another thing" },
          ...{ categoryId: null, priority: "normal", place: null },
          ...more,
        }),
      ),
    move: (by: Person, id: number, messageIds: number[], toRequestId: number, keep = false) =>
      db.transaction((tx) => moveMessages(tx, system, by, id, { messageIds, toRequestId, keep })),
    out: (by: Person, id: number, messageIds: number[]) =>
      db.transaction((tx) => takeOut(tx, system, by, id, messageIds)),
    merge: (by: Person, id: number, intoId: number, promise: "stays" | "other" | null = null) =>
      db.transaction((tx) => mergeRequests(tx, system, by, id, { intoId, promise })),
    ask: (by: Person, requestId: number, asked: Ask) =>
      db.transaction((tx) => applyCommand(tx, system, { requestId, actor: actorOf(by), ask: asked })),
    undo: (by: Person, id: number) => db.transaction((tx) => undoLast(tx, system, by, id)),
    undoMending: (by: Person, mendingId: number) =>
      db.transaction((tx) => undoMending(tx, system, by, mendingId)),
    page: (id: number) => readRequestPage(db, people.ana, id, clock.now()),
    strip: (id: number) => stripById(db, id, people.ana.id),
    /** What somebody who sorts a word of theirs is offered. */
    offered: async (client: Client) =>
      (await listRequestsOfContact(db, client.contactId, people.ana.id, clock.now())).map(({ id }) => id),
  };
}
