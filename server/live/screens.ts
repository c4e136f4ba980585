/** The screens that watch: each change is written once, however many they are. */
import type { ServerResponse } from "node:http";
import type { Actor } from "../http/route.ts";

/** Changes within this time are told together. */
const FOLD_MS = 50;
/** A screen that takes nothing for so long is let go; it comes back and looks at everything again. */
const MOST_UNSENT_BYTES = 1024 * 1024;

export type Screens = {
  add(actor: Actor, stream: ServerResponse): void;
  change(topics: readonly string[]): void;
  /** Keeps proxies from closing a quiet line, and shows us lines that are dead. */
  beat(): void;
  actors(): Actor[];
  /** End the lines of everyone who may watch no more. */
  keep(may: (actor: Actor) => boolean): void;
  close(): void;
  readonly size: number;
};

export function openScreens(): Screens {
  const screens = new Map<ServerResponse, Actor>();
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  function write(text: string): void {
    for (const stream of screens.keys()) {
      if (stream.writableLength > MOST_UNSENT_BYTES) stream.destroy();
      else stream.write(text);
    }
  }

  return {
    add(actor, stream) {
      screens.set(stream, actor);
      stream.on("close", () => screens.delete(stream));
      stream.on("error", () => screens.delete(stream));
    },
    change(topics) {
      for (const topic of topics) changed.add(topic);
      timer ??= setTimeout(() => {
        timer = undefined;
        write(sse("change", { topics: [...changed] }));
        changed.clear();
      }, FOLD_MS);
    },
    beat: () => write(":\n\n"),
    actors: () => [...screens.values()],
    keep(may) {
      for (const [stream, actor] of screens) if (!may(actor)) stream.end();
    },
    close() {
      clearTimeout(timer);
      for (const stream of screens.keys()) stream.end();
      screens.clear();
    },
    get size() {
      return screens.size;
    },
  };
}

export function sse(event: string, data: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
