/** Until when an item can be put aside with one key. Pure. */
export type SnoozeChoice = {
  code: "hour" | "afternoon" | "tomorrow" | "monday" | "written";
  at: Date | null;
};

const HOUR = 3_600_000;

/** By the office's clock of this screen: the afternoon while it is morning, tomorrow at eight, Monday before a weekend. */
export function snoozeChoices(now: Date): SnoozeChoice[] {
  const at = (days: number, hour: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
  const toMonday = (8 - now.getDay()) % 7 || 7;
  return [
    { code: "hour", at: new Date(now.getTime() + HOUR) },
    ...(now.getHours() < 13 ? [{ code: "afternoon" as const, at: at(0, 14) }] : []),
    { code: "tomorrow", at: at(1, 8) },
    ...(toMonday > 1 ? [{ code: "monday" as const, at: at(toMonday, 8) }] : []),
    { code: "written", at: null },
  ];
}
