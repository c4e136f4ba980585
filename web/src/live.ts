/** Changes as they happen on the server. NOTIFY is a hint only: what it names is fetched again. */
import { useSyncExternalStore } from "react";
import { queryClient } from "./api/queries.ts";
import { setServerNow } from "./ui/now.ts";

export type Connection = {
  isOnline: boolean;
  /** When the line was last known to be up: what is seen is this old. */
  lastSeenAt: number | null;
};

const RETRY_MS = 3_000;
/** A blink of the line is not worth a band across the screen. */
const PATIENCE_MS = 2_500;

let connection: Connection = { isOnline: true, lastSeenAt: null };
let source: EventSource | null = null;
let retry: number | undefined;
let doubt: number | undefined;
let version: string | null = null;
const listeners = new Set<() => void>();

function setConnection(next: Connection): void {
  connection = next;
  for (const tell of listeners) tell();
}

function seen(): void {
  window.clearTimeout(doubt);
  doubt = undefined;
  const wasOffline = !connection.isOnline;
  setConnection({ isOnline: true, lastSeenAt: Date.now() });
  if (wasOffline) void queryClient.invalidateQueries();
}

function lost(): void {
  doubt ??= window.setTimeout(() => setConnection({ ...connection, isOnline: false }), PATIENCE_MS);
}

/** Counts in the bar and every list follow from any request or tray change; an item shows its client's requests. */
const ALSO: Record<string, string[]> = {
  tray: ["overview", "tray-item"],
  board: ["overview", "requests", "request", "tray-item"],
  request: ["overview", "requests", "tray-item"],
  numbers: ["overview", "conversation", "templates"],
  people: ["overview"],
  trade: ["categories", "rules"],
  rules: ["tray-item"],
  intake: ["overview"],
};

/** "request:12" makes ["request", 12] stale, "board" everything that begins with "board", "all" whatever there is. */
function invalidateTopics(topics: readonly string[]): void {
  if (topics.includes("all")) {
    void queryClient.invalidateQueries();
    return;
  }
  for (const topic of topics) {
    const [name = "", id] = topic.split(":");
    const key = id === undefined ? [name] : [name, Number(id)];
    void queryClient.invalidateQueries({ queryKey: key });
    if (name === "conversation")
      void queryClient.invalidateQueries({ predicate: ({ state }) => isThreadOf(state.data, Number(id)) });
    // What a request holds may have been said in several conversations.
    if (name === "request" && id !== undefined)
      void queryClient.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] === "conversation" && queryKey[2] === Number(id),
      });
    for (const other of ALSO[name] ?? []) void queryClient.invalidateQueries({ queryKey: [other] });
  }
}

/** A thread may be made of several conversations and is opened by any of them. */
function isThreadOf(data: unknown, conversationId: number): boolean {
  if (typeof data !== "object" || data === null || !("pages" in data) || !Array.isArray(data.pages))
    return false;
  const first: unknown = data.pages[0];
  if (typeof first !== "object" || first === null || !("conversationIds" in first)) return false;
  return Array.isArray(first.conversationIds) && first.conversationIds.includes(conversationId);
}

/** The fields of an event, each still to be looked at. */
function fieldsOf(event: MessageEvent<string>): Record<string, unknown> {
  const data: unknown = JSON.parse(event.data);
  return typeof data === "object" && data !== null ? { ...data } : {};
}

function open(): void {
  source?.close();
  const stream = new EventSource("/api/v1/live");
  source = stream;
  stream.addEventListener("open", seen);
  stream.addEventListener("hello", (event) => {
    const hello = fieldsOf(event);
    if (typeof hello.now === "string") setServerNow(hello.now);
    // A newer server has newer screens: take them at the next change of page, not under the person's hands.
    if (version !== null && version !== hello.version) document.documentElement.dataset.stale = "true";
    if (typeof hello.version === "string") version = hello.version;
    seen();
  });
  stream.addEventListener("change", (event) => {
    const { topics } = fieldsOf(event);
    seen();
    if (Array.isArray(topics)) invalidateTopics(topics.filter((topic) => typeof topic === "string"));
  });
  stream.addEventListener("error", () => {
    lost();
    if (stream.readyState !== EventSource.CLOSED) return;
    window.clearTimeout(retry);
    retry = window.setTimeout(open, RETRY_MS);
  });
}

/** Listen while the shell is on the screen; the returned function hangs up. */
export function goLive(): () => void {
  open();
  const onOffline = () => {
    window.clearTimeout(doubt);
    setConnection({ ...connection, isOnline: false });
  };
  window.addEventListener("offline", onOffline);
  window.addEventListener("online", open);
  return () => {
    source?.close();
    source = null;
    window.clearTimeout(retry);
    window.clearTimeout(doubt);
    doubt = undefined;
    window.removeEventListener("offline", onOffline);
    window.removeEventListener("online", open);
  };
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Whether the line to the server is up, and since when not. */
export const useConnection = (): Connection => useSyncExternalStore(subscribe, () => connection);
