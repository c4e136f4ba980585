/** What this browser remembers of its person: colours, sound, whether keys are shown. */
import { useSyncExternalStore } from "react";

export type Theme = "system" | "light" | "dark";
type Preferences = { theme: Theme; hasSound: boolean; showsKeys: boolean };

const STORED = "baton.preferences";
const listeners = new Set<() => void>();

function read(): Preferences {
  const defaults: Preferences = { theme: "system", hasSound: true, showsKeys: true };
  try {
    const stored: Partial<Preferences> = JSON.parse(localStorage.getItem(STORED) ?? "{}");
    return { ...defaults, ...stored };
  } catch {
    return defaults;
  }
}

let current = read();

function dress(): void {
  document.documentElement.dataset.theme = current.theme;
  document.documentElement.dataset.keys = current.showsKeys ? "shown" : "hidden";
}
dress();

export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  localStorage.setItem(STORED, JSON.stringify(current));
  dress();
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, () => current);
export const preferences = (): Preferences => current;
