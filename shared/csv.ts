/** A line of a table that a spreadsheet opens. Pure. */
export const csvLine = (cells: readonly string[]): string => cells.map(cellOf).join(",");

/** What begins like a formula would be worked out by a spreadsheet, whoever wrote it. */
function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
