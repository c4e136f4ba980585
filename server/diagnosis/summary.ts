/** The report for a terminal of 80 columns: plain text that can be forwarded as it is. */
import type { HoldersPart } from "../../shared/diagnosis/report/people-rows.ts";
import type { Report } from "../../shared/diagnosis/report/report.ts";
import { plainText, type Sentence } from "../../shared/diagnosis/report/sentence.ts";
import type { Plot, SignRow } from "../../shared/diagnosis/report/sign-rows.ts";
import { padded, wrapped } from "./text-columns.ts";

const WIDTH = 80;
const INDENT = "  ";

export function summaryOf(report: Report): string {
  const { voice, head, read, headline, why } = report;
  const comma = voice.direction === "rtl" ? "، " : ", ";
  const parts: string[][] = [
    [...paragraph(plainText(head)), ...paragraph(read.map(plainText).join(comma))],
    [headline, ...adviceLine(report)],
    paragraph(why.map(plainText).join(" ")),
    ...report.signs.map((sign) => signLines(sign, report)),
    stepsOf(report),
    sinceOf(report),
    timesOf(report),
    holdersOf(report.holders, report),
    section(voice.words.notTold.title, report.notTold),
    peopleOf(report),
  ];
  const whole = parts.filter((part) => part.length > 0).map((part) => part.map(shown).join("\n"));
  return `${whole.join("\n\n")}\n`;
}

/** A name may hold what moves a cursor or changes colours; thin spaces stand wide or as boxes in terminals. */
const shown = (line: string): string => line.replace(/\p{Cc}|[\u2009\u202f]/gu, " ");

const paragraph = (text: string, indent = ""): string[] => wrapped(text, WIDTH, indent);

function section(title: string, lines: readonly Sentence[]): string[] {
  return [title, ...lines.flatMap((line) => bullet("-", plainText(line)))];
}

function bullet(mark: string, text: string): string[] {
  const [first = "", ...rest] = wrapped(text, WIDTH - 4, "");
  return [`${INDENT}${mark} ${first}`, ...rest.map((line) => `${INDENT}${" ".repeat(mark.length)} ${line}`)];
}

/** The same line as on the page: the baton lies where the advice stands. */
function adviceLine({ verdict, voice }: Report): string[] {
  const { words } = voice;
  const stations = (["stay", "watch", "add_structure"] as const).map((station) =>
    station === verdict ? `◆ ${words.line[station]}` : `○ ${words.line[station]}`,
  );
  const place = verdict === "not_enough" ? [`${INDENT}(${words.line.not_enough})`] : [];
  return [`${INDENT}${stations.join(" ─── ")}`, ...place];
}

const CHIP_MARKS: Record<SignRow["judgement"], string> = {
  act: "▲",
  watch: "◇",
  quiet: "✓",
  untold: "…",
  unjudged: "–",
};

function signLines(sign: SignRow, { voice }: Report): string[] {
  const { words } = voice;
  const chip = `${CHIP_MARKS[sign.judgement]} ${sign.chip}`;
  const figure = sign.figure === null ? words.sign.notTold : `${sign.figure} (${sign.interval ?? ""})`;
  return [
    `${padded(sign.name, 34)} ${padded(figure, 22)} ${chip}`,
    ...(sign.plot ? [`${INDENT}${plotOf(sign.plot)}  ${legend(sign.plot, voice)}`.trimEnd()] : []),
    ...paragraph(sign.notes.map(plainText).join(" "), INDENT),
  ];
}

const STEPS = 40;

/** From 0 to 100 %: the interval, its figure, and the lines from which the advice changes. */
function plotOf({ share, low, high, lines }: Plot): string {
  const at = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * STEPS);
  const marks = Array.from({ length: STEPS + 1 }, (_, step): string =>
    step >= at(low) && step <= at(high) ? "━" : "·",
  );
  if (lines) for (const line of [lines.watch, lines.act]) marks[at(line)] = "┆";
  marks[at(share)] = "●";
  return marks.join("");
}

const legend = ({ lines }: Plot, { words, percent }: Report["voice"]): string =>
  lines
    ? `┆ ${words.sign.watchFrom} ${percent(lines.watch)} ┆ ${words.sign.actFrom} ${percent(lines.act)}`
    : "";

function stepsOf({ advice, voice }: Report): string[] {
  if (advice.length === 0) return [];
  const { words, number } = voice;
  if (advice.length === 1)
    return [words.advice.one, ...advice.flatMap((step) => bullet("-", plainText(step)))];
  return [
    words.advice.title,
    ...advice.flatMap((step, place) => bullet(`${number(place + 1)}.`, plainText(step))),
  ];
}

const HEIGHTS = "▁▂▃▄▅▆▇█";

/** Weeks as one line of blocks each for all and for the chased ones; as many of the last as fit. */
function sinceOf({ since, hours, voice }: Report): string[] {
  const { words } = voice;
  const lines: string[] = [];
  if (since) {
    const weeks = since.weeks.slice(-60);
    const block = (count: number): string =>
      count === 0 ? " " : (HEIGHTS[Math.min(7, Math.floor((count / since.most) * 7.99))] ?? "");
    const row = (word: string, count: (week: (typeof weeks)[number]) => number): string =>
      `${INDENT}${padded(word, 16)} ${weeks.map((week) => block(count(week))).join("")}`.trimEnd();
    const ends = `${weeks[0]?.date ?? ""} – ${weeks.at(-1)?.date ?? ""}`;
    lines.push(
      `${words.since.title}: ${since.since?.label ?? words.since.same} (${ends})`,
      row(words.since.requests, ({ requests }) => requests),
      row(words.since.chased, ({ chased }) => chased),
    );
  }
  if (hours) lines.push(...paragraph(hours.label, lines.length > 0 ? INDENT : ""));
  return lines;
}

function timesOf({ times, voice }: Report): string[] {
  const { words } = voice;
  const row = (cells: readonly string[]): string => {
    const [what = "", median = "", interval = "", p90 = "", n = ""] = cells;
    return `${INDENT}${padded(what, 18)} ${padded(median, 13)} ${padded(interval, 20)} ${padded(p90, 15)} ${n}`;
  };
  const head = [words.times.what, words.times.median, words.times.interval, words.times.p90, words.times.n];
  return [
    words.times.title,
    row(head).trimEnd(),
    ...times.map(({ what, median, interval, p90, n }) => row([what, median, interval, p90, n])),
  ];
}

const MOST_PEOPLE = 6;

function holdersOf(holders: HoldersPart | null, { voice }: Report): string[] {
  if (!holders) return [];
  const rows = holders.rows
    .slice(0, MOST_PEOPLE)
    .map(
      ({ name, share, percent, requests }) =>
        `${INDENT}${padded(name, 24)} ${padded("█".repeat(Math.max(1, Math.round(share * 24))), 24)} ${padded(percent, 5)} ${requests}`,
    );
  return [
    voice.words.holders.title,
    ...rows,
    ...holders.notes.flatMap((note) => paragraph(plainText(note), INDENT)),
  ];
}

function peopleOf({ people, voice }: Report): string[] {
  const { words } = voice;
  if (people.rows.length === 0) return [words.people.title, ...paragraph(words.people.nobody, INDENT)];
  const rows = people.rows.flatMap(({ name, roleWord, messages, reasons, isUnsure }) =>
    bullet(
      "-",
      `${name} (${roleWord}${isUnsure ? `, ${words.people.unsure}` : ""}): ${messages}${reasons === "" ? "" : `; ${reasons}`}`,
    ),
  );
  return [
    words.people.title,
    ...rows,
    `${INDENT}${people.others}`,
    ...paragraph(words.people.correct, INDENT),
  ];
}
