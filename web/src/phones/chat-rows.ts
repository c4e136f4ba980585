/** A thread as rows of a screen: days between, what never came left out, what failed as a line. */
import type { PhoneMessage } from "./shapes.ts";

export type Row =
  | { kind: "day"; key: string; at: string }
  /** `isFirst`: the first of those one side said in a row. */
  | { kind: "message"; key: string; message: PhoneMessage; isFirst: boolean }
  | { kind: "lost"; key: string; message: PhoneMessage };

export function rowsOf(messages: readonly PhoneMessage[], dayKey: (at: string) => string): Row[] {
  const rows: Row[] = [];
  let day = "";
  let lastSide: PhoneMessage["from"] | null = null;
  for (const message of messages) {
    if (message.isHeld) continue;
    const its = dayKey(message.at);
    if (its !== day) {
      rows.push({ kind: "day", key: its, at: message.at });
      lastSide = null;
    }
    day = its;
    if (message.state === "failed") {
      rows.push({ kind: "lost", key: message.id, message });
      lastSide = null;
      continue;
    }
    rows.push({ kind: "message", key: message.id, message, isFirst: message.from !== lastSide });
    lastSide = message.from;
  }
  return rows;
}

/** Up to three emoji and nothing else: shown large. */
export function isOnlyEmoji(text: string): boolean {
  const signs = [...new Intl.Segmenter().segment(text.trim())].map(({ segment }) => segment);
  return (
    signs.length > 0 && signs.length <= 3 && signs.every((sign) => /\p{Extended_Pictographic}/u.test(sign))
  );
}

/** How a state is drawn on what one said oneself: WhatsApp has it, the business has it, the business has seen it. */
export function ticksOf(state: PhoneMessage["state"]): 1 | 2 | "seen" {
  if (state === "read" || state === "played") return "seen";
  return state === "delivered" ? 2 : 1;
}

/** What lies between: a swipe towards the end of the line quotes, anything flatter or shorter does not. */
export function isQuotingSwipe(move: { x: number; y: number }, isRightToLeft: boolean): boolean {
  const along = isRightToLeft ? -move.x : move.x;
  return along > 48 && Math.abs(move.y) < 32;
}

/** Rows of a list under their section's title, in the order they were sent. */
export function sectionsOf<Row extends { section?: string | undefined }>(
  rows: readonly Row[],
): { title: string | null; rows: Row[] }[] {
  const sections: { title: string | null; rows: Row[] }[] = [];
  for (const row of rows) {
    const title = row.section ?? null;
    const last = sections.at(-1);
    if (last && last.title === title) last.rows.push(row);
    else sections.push({ title, rows: [row] });
  }
  return sections;
}
