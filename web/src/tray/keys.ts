/** What each key of the tray does: by its place on the keyboard, and as one has set it on this screen. */
import { useSyncExternalStore } from "react";
import type { DecisionKind } from "../../../shared/api/tray.ts";
import { useMe } from "../api/queries.ts";

export const ACTS = [
  "opens",
  "belongs",
  "answers",
  "chase",
  "no_request",
  "accept",
  "next",
  "previous",
  "edit",
  "split",
  "assign",
  "reply",
  "snooze",
  "undo",
  "wrong",
] as const satisfies readonly (DecisionKind | string)[];
export type Act = (typeof ACTS)[number];
export type Keys = Record<Act, string>;

export const DEFAULT_KEYS: Keys = {
  opens: "Digit1",
  belongs: "Digit2",
  answers: "Digit3",
  chase: "Digit4",
  no_request: "Digit5",
  accept: "Enter",
  next: "KeyJ",
  previous: "KeyK",
  edit: "KeyE",
  split: "KeyS",
  assign: "KeyA",
  reply: "KeyR",
  snooze: "KeyH",
  undo: "KeyZ",
  wrong: "KeyW",
};

/** G begins the keys that go to a page; the others have no meaning of their own on any keyboard. */
const FREE = /^(Key[A-FH-Z]|Digit\d|Enter)$/;
export const isFree = (code: string): boolean => FREE.test(code);

/** What was kept, so far as it still makes sense: unknown acts and keys are left out, a key has one act. */
export function keysFrom(kept: unknown): Keys {
  const keys = { ...DEFAULT_KEYS };
  if (typeof kept !== "object" || kept === null) return keys;
  const wished = Object.entries(kept);
  for (const act of ACTS) {
    const code: unknown = wished.find(([name]) => name === act)?.[1];
    if (typeof code === "string" && isFree(code)) keys[act] = code;
  }
  return new Set(Object.values(keys)).size === ACTS.length ? keys : { ...DEFAULT_KEYS };
}

/** The act gets the key; whatever had it gets the act's old one, so that nothing is ever without. */
export function withKey(keys: Keys, act: Act, code: string): Keys {
  const other = ACTS.find((each) => keys[each] === code);
  return { ...keys, ...(other && { [other]: keys[act] }), [act]: code };
}

const listeners = new Set<() => void>();
const read = new Map<string, Keys>();
const nameOf = (accountId: number): string => `baton.keys.${accountId}`;

function keysOf(accountId: number): Keys {
  const name = nameOf(accountId);
  const known = read.get(name);
  if (known) return known;
  const keys = keysFrom(parsed(localStorage.getItem(name)));
  read.set(name, keys);
  return keys;
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  // Another tab has set them.
  const onStorage = () => {
    read.clear();
    tell();
  };
  window.addEventListener("storage", onStorage);
  return () => {
    listeners.delete(tell);
    window.removeEventListener("storage", onStorage);
  };
}

/** Kept in this browser for this person: a keyboard belongs to a desk. */
export function useKeys(): Keys {
  const { id } = useMe();
  return useSyncExternalStore(subscribe, () => keysOf(id));
}

export function keepKeys(accountId: number, keys: Keys | null): void {
  const name = nameOf(accountId);
  if (keys) localStorage.setItem(name, JSON.stringify(keys));
  else localStorage.removeItem(name);
  read.delete(name);
  for (const tell of listeners) tell();
}
