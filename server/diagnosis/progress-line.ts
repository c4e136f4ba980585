/** One line on a terminal that says what is being done and how far it is; nothing where nobody looks. */
export type ProgressLine = {
  /** `share` from 0 to 1. */
  show(what: string, share: number): void;
  clear(): void;
};

const EVERY_MS = 100;

export function progressLine(stream: NodeJS.WriteStream, elapsedMs: () => number): ProgressLine {
  if (!stream.isTTY) return { show: () => {}, clear: () => {} };
  let last = Number.NEGATIVE_INFINITY;
  let shown = "";
  return {
    show(what, share) {
      const line = `${String(Math.floor(share * 100)).padStart(3)} %  ${what}`;
      const isNew = line.slice(6) !== shown.slice(6);
      if (line === shown || (!isNew && elapsedMs() - last < EVERY_MS)) return;
      last = elapsedMs();
      stream.write(`\r\u001b[K${line}`);
      shown = line;
    },
    clear() {
      if (shown !== "") stream.write("\r\u001b[K");
      shown = "";
    },
  };
}
