/** Tells whoever watches (a page, the snapshot) that something changed. */
type EventKind = "thread" | "phones" | "delivery" | "settings" | "sample-day" | "handshake" | "reset";

export type Bus = {
  tell: (kind: EventKind, data: object) => void;
  listen: (listener: (kind: EventKind, data: object) => void) => () => void;
};

export function createBus(): Bus {
  const listeners = new Set<(kind: EventKind, data: object) => void>();
  return {
    tell: (kind, data) => {
      for (const listener of listeners) listener(kind, data);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
