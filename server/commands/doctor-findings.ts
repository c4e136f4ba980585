/** What `baton doctor` says of what was read. Pure. */

export type Diagnosis = {
  /** What was looked at. */
  about: string;
  level: "good" | "watch" | "act";
  /** What is, and after the colon what to do. */
  line: string;
};

export const good = (about: string, line: string): Diagnosis => ({ about, level: "good", line });
export const watch = (about: string, line: string): Diagnosis => ({ about, level: "watch", line });
export const act = (about: string, line: string): Diagnosis => ({ about, level: "act", line });

const MB = 2 ** 20;
const GB = 2 ** 30;

export function onSpace(freeBytes: number): Diagnosis {
  const free = freeBytes >= GB ? `${(freeBytes / GB).toFixed(1)} GB` : `${Math.floor(freeBytes / MB)} MB`;
  if (freeBytes < 100 * MB)
    return act("disk", `${free} free: make room now, or what comes in cannot be kept`);
  if (freeBytes < GB) return watch("disk", `${free} free: make room soon`);
  return good("disk", `${free} free`);
}

/** Others of the machine may read the key when any of their bits is set. */
export function onKeyFile(path: string, mode: number | null): Diagnosis {
  if (mode === null)
    return watch("key", `there is no ${path} yet: the first start makes one, or set BATON_SECRET_KEY`);
  const bits = (mode & 0o777).toString(8).padStart(4, "0");
  if ((mode & 0o077) !== 0) return act("key", `${path} can be read by others (${bits}): chmod 600 ${path}`);
  return good("key", `${path} is for its owner alone`);
}

const SECOND = 1000;

/** WhatsApp's windows and our clocks are told in each other's time. */
export function onClock(ours: Date, theirs: Date | null): Diagnosis | null {
  if (!theirs) return null;
  const seconds = Math.round((ours.getTime() - theirs.getTime()) / SECOND);
  const off = `${Math.abs(seconds)} s ${seconds > 0 ? "ahead of" : "behind"} Meta's`;
  if (Math.abs(seconds) > 120)
    return act("clock", `this machine's clock is ${off}: switch on time synchronisation (NTP)`);
  if (Math.abs(seconds) > 10)
    return watch("clock", `this machine's clock is ${off}: look after time synchronisation`);
  return good("clock", "this machine's clock agrees with Meta's");
}

export function onMigrations(known: readonly string[], applied: readonly string[]): Diagnosis {
  const missing = known.filter((name) => !applied.includes(name));
  const newer = applied.filter((name) => !known.includes(name));
  if (newer.length > 0)
    return act("schema", `the database is of a newer Baton (${newer[0]}): install that version here`);
  if (missing.length > 0) return act("schema", `${missing.length} migrations are missing: start Baton once`);
  return good("schema", `up to ${known.at(-1)}`);
}

export function onDead(count: number): Diagnosis {
  return count > 0
    ? act("deliveries", `${count} could not be recorded; they are kept: baton intake dead`)
    : good("deliveries", "all recorded");
}

export function onUnknown(count: number): Diagnosis {
  return count > 0
    ? watch(
        "sending",
        `of ${count} messages it is not known whether they went out: look at them in their threads`,
      )
    : good("sending", "of every message it is known whether it went out");
}

export const exitCode = (all: readonly Diagnosis[]): number =>
  all.some(({ level }) => level === "act") ? 1 : 0;
