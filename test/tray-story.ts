/** Two people at the tray, each signed in by themselves, and the chats of those who write to them. */

import type { z } from "zod";
import { findPending } from "../server/triage/suggestion-store.ts";
import type { trayApi } from "../shared/api/tray.ts";
import { openStory, type Story } from "./story.ts";
import { type Person, until } from "./world.ts";

export type Tray = z.infer<(typeof trayApi)["tray"]["output"]>;
export type Item = Tray["items"][number];
export type ItemPage = z.infer<(typeof trayApi)["trayItem"]["output"]>;
export type Decision = z.input<(typeof trayApi)["decide"]["body"]>;
export type DecisionAnswer = z.infer<(typeof trayApi)["decide"]["output"]>;
/** What somebody is told who asked for what cannot be. */
export type Refusal = { error: { code: string; message: string; detail?: { by?: string | null } } };

/** `id`: ours, `onPhone`: what their phone calls it. */
export type SaidWord = { id: number; onPhone: string };
export type Chat = {
  phone: string;
  says(message: string | Record<string, unknown>): Promise<SaidWord>;
  conversationId(): Promise<number>;
};

export type TrayStory = Story & {
  ana: Person;
  bruno: Person;
  chat(name: string): Promise<Chat>;
  /** The decider has looked at all that is there, and nothing has gone quiet since. */
  lookedThrough(): Promise<void>;
  /** A pause that is longer than anybody's, looked through. */
  pause(): Promise<void>;
  tray(): Promise<Tray>;
  itemOf(messageId: number, by?: Person): Promise<ItemPage>;
  /** @throws when it is refused */
  decide(by: Person, decision: Decision): Promise<DecisionAnswer>;
  /** One request of one thing somebody says. */
  opened(chat: Chat, words: string, by?: Person): Promise<{ requestId: number; said: SaidWord }>;
};

const PATIENCE_MS = 30_000;

export async function openTrayStory(): Promise<TrayStory> {
  const story = await openStory();
  const { simulator, app } = story;
  const { db } = app.system;
  const ana = await story.hire("Ana", "operator");
  const bruno = await story.hire("Bruno", "operator");

  const lookedThrough = async () => {
    await story.settled();
    await until(
      () => findPending(db, story.now(), 100),
      ({ uncovered, quiet }) => uncovered.length + quiet.length === 0,
      PATIENCE_MS,
    );
  };
  const decide: TrayStory["decide"] = async (by, decision) => {
    const { status, body } = await by.call<DecisionAnswer>("POST", "tray/decisions", decision);
    if (status !== 200) throw new Error(`refused: ${JSON.stringify(body)}`);
    return body;
  };
  return {
    ...story,
    ...{ ana, bruno, lookedThrough, decide },
    async chat(name) {
      const { id: phone } = await simulator.control<{ id: string }>("POST", "phones", { name });
      let firstId: number | null = null;
      return {
        phone,
        async says(message) {
          const body = typeof message === "string" ? { type: "text", text: message } : message;
          const { id: onPhone } = await simulator.control<{ id: string }>(
            "POST",
            `phones/${phone}/messages`,
            body,
          );
          await simulator.control("POST", "flush", {});
          const [row] = await until(
            () => db.query<{ id: number }>("select id from message where wamid = $1", [onPhone]),
            (rows) => rows.length === 1,
            PATIENCE_MS,
          );
          const id = row?.id ?? 0;
          firstId ??= id;
          return { id, onPhone };
        },
        async conversationId() {
          const [row] = await db.query<{ id: number }>(
            "select conversation_id as id from message where id = $1",
            [firstId],
          );
          return row?.id ?? 0;
        },
      };
    },
    async pause() {
      await lookedThrough();
      await story.jump({ seconds: 121 });
      await lookedThrough();
    },
    tray: async () => (await ana.call<Tray>("GET", "tray")).body,
    itemOf: async (messageId, by = ana) => (await by.call<ItemPage>("GET", `tray/${messageId}`)).body,
    async opened(chat, words, by = ana) {
      const said = await chat.says(words);
      const { decision } = await decide(by, { messageIds: [said.id], kind: "opens", title: words });
      return { requestId: decision.request?.id ?? 0, said };
    },
  };
}
