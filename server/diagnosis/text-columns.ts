/** How wide a text stands in a terminal: marks take no column, signs of the far east and pictures two. */

const NO_WIDTH = /[\p{M}\p{Cf}]/u;
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\u3000-\u303f\uff01-\uff60]/u;

export function columnsOf(text: string): number {
  let columns = 0;
  for (const sign of text) if (!NO_WIDTH.test(sign)) columns += WIDE.test(sign) ? 2 : 1;
  return columns;
}

/** At least so many columns; what is longer is cut, so that the columns behind it stay where they are. */
export function padded(text: string, columns: number): string {
  const own = columnsOf(text);
  return own <= columns ? text + " ".repeat(columns - own) : `${cut(text, columns - 1)}…`;
}

function cut(text: string, columns: number): string {
  let kept = "";
  let used = 0;
  for (const sign of text) {
    used += columnsOf(sign);
    if (used > columns) break;
    kept += sign;
  }
  return kept;
}

/** Lines of at most so many columns, broken at spaces; a longer word stands alone. */
export function wrapped(text: string, columns: number, indent: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \n]+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && indent.length + columnsOf(longer) > columns) {
      lines.push(indent + line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, indent + line];
}
