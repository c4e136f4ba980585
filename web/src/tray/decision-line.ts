/**
 * Decisions on their way to the server, one after another in the order they were made.
 * Each takes effect on the screen at once; without a connection they wait and can be taken back.
 */
import type { Decided, TrayItem, trayApi } from "../../../shared/api/tray.ts";
import type { Ask } from "../api/call.ts";

export type DecisionAsk = Ask<typeof trayApi.decide>["body"];

export type Decision = {
  key: string;
  item: TrayItem;
  ask: DecisionAsk;
  /** What is said of it: the request's title, old or new. */
  title: string | null;
  at: number;
  /** How often its call's end was not seen. */
  unseen: number;
  state: "ready" | "sending" | "taken_back";
};

export type Refused = { decision: Decision; error: unknown };

export type DecisionLine = {
  waiting: readonly Decision[];
  isStalled: boolean;
  /** Messages decided here: not to be shown again by an older answer of the server. */
  decided: ReadonlySet<number>;
  refused: Refused | null;
  last: Decided | null;
};

type Ways = {
  send: (ask: DecisionAsk, signal: AbortSignal) => Promise<Decided>;
  undo: (decisionId: number) => Promise<unknown>;
  /** Whether it is worth sending the same thing again later. */
  isOffline: (error: unknown) => boolean;
  /** Whether the messages were decided already: after a call whose end was not seen, by that very call. */
  isDecided: (error: unknown) => boolean;
  /** After an answer, so that lists are read again. */
  onSettled: () => void;
};

const RETRY_MS = 4_000;
/** A line that died without a word (a tunnel, a phone that slept) keeps a call open for minutes, and all behind it. */
const PATIENCE_MS = 15_000;

export function makeDecisionLine(ways: Ways) {
  let line: DecisionLine = {
    waiting: [],
    isStalled: false,
    decided: new Set(),
    refused: null,
    last: null,
  };
  let isSending = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  const set = (change: Partial<DecisionLine>) => {
    line = { ...line, ...change };
    for (const tell of listeners) tell();
  };
  const without = (key: string) => line.waiting.filter((decision) => decision.key !== key);
  const shown = (decision: Decision): ReadonlySet<number> => {
    const decided = new Set(line.decided);
    for (const id of decision.item.messageIds) decided.delete(id);
    return decided;
  };
  const mark = (key: string, state: Decision["state"]) =>
    line.waiting.map((decision) => (decision.key === key ? { ...decision, state } : decision));

  const putBack = (key: string) =>
    line.waiting.map((decision): Decision => {
      if (decision.key !== key) return decision;
      const state = decision.state === "taken_back" ? "taken_back" : "ready";
      return { ...decision, state, unseen: decision.unseen + 1 };
    });

  async function settle(decision: Decision, signal: AbortSignal): Promise<void> {
    const sent = await ways.send(decision.ask, signal);
    const isTakenBack = line.waiting.some(
      (other) => other.key === decision.key && other.state === "taken_back",
    );
    if (isTakenBack) await ways.undo(sent.id);
    set({ waiting: without(decision.key), last: isTakenBack ? line.last : sent, isStalled: false });
  }

  async function flush(): Promise<void> {
    if (isSending) return;
    clearTimeout(retry);
    const next = line.waiting[0];
    if (!next) return;
    isSending = true;
    const patience = new AbortController();
    const limit = setTimeout(() => patience.abort(), PATIENCE_MS);
    set({ waiting: mark(next.key, next.state === "ready" ? "sending" : next.state) });
    try {
      await settle(next, patience.signal);
    } catch (error) {
      if (patience.signal.aborted || ways.isOffline(error)) {
        set({ waiting: putBack(next.key), isStalled: true });
        retry = setTimeout(() => void flush(), RETRY_MS);
        return;
      }
      if (next.unseen > 0 && ways.isDecided(error)) set({ waiting: without(next.key), isStalled: false });
      else
        set({
          waiting: without(next.key),
          decided: shown(next),
          refused: { decision: next, error },
          isStalled: false,
        });
    } finally {
      clearTimeout(limit);
      isSending = false;
    }
    ways.onSettled();
    await flush();
  }

  return {
    read: () => line,
    subscribe: (tell: () => void) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    decide: (decision: Omit<Decision, "state" | "unseen">) => {
      set({
        waiting: [...line.waiting, { ...decision, state: "ready", unseen: 0 }],
        decided: new Set([...line.decided, ...decision.item.messageIds]),
        refused: null,
      });
      void flush();
    },
    /** One that has not left yet simply leaves the line; one under way is undone as soon as it has arrived. */
    takeBack: (key: string) => {
      const decision = line.waiting.find((other) => other.key === key);
      if (!decision) return;
      const waiting = decision.state === "sending" ? mark(key, "taken_back") : without(key);
      set({ waiting, decided: shown(decision) });
    },
    /** The server has taken it back: its messages may be shown again. */
    forget: (messageIds: readonly number[]) => {
      const decided = new Set(line.decided);
      for (const id of messageIds) decided.delete(id);
      set({ decided, last: null });
    },
    dismiss: () => set({ refused: null }),
    flush: () => void flush(),
  };
}
