/** Reads an exported chat and says whether to change anything. Nothing leaves the machine, nothing is kept. */
import { readFileSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import type { Chat } from "../../shared/diagnosis/chat.ts";
import { toContract } from "../../shared/diagnosis/contract.ts";
import { diagnose, type Stage } from "../../shared/diagnosis/diagnose.ts";
import type { Diagnosis } from "../../shared/diagnosis/diagnosis.ts";
import { maskDiagnosis } from "../../shared/diagnosis/report/mask.ts";
import { renderPage } from "../../shared/diagnosis/report/page.ts";
import { makeReport } from "../../shared/diagnosis/report/report.ts";
import { REPORT_LOCALES, type ReportLocale, voiceOf } from "../../shared/diagnosis/report/voice.ts";
import { correctionsOf, dateOrderOf, zoneOf } from "../diagnosis/corrections.ts";
import { progressLine } from "../diagnosis/progress-line.ts";
import { readChat } from "../diagnosis/read-chat.ts";
import { summaryOf } from "../diagnosis/summary.ts";
import { StartError } from "../start-error.ts";
import type { Arguments, Command } from "./command.ts";

const CSS = new URL("../../shared/diagnosis/report/report.css", import.meta.url);

const DOING: Record<Stage, string> = {
  words: "reading what was said",
  people: "who is who",
  shifts: "who works when",
  acts: "what each message does",
  requests: "which message belongs to which request",
  signs: "the four signs",
};

export const diagnoseCommand: Command = {
  name: "diagnose",
  words: "FILE",
  needs: 1,
  help: `Read an exported WhatsApp chat (.txt, .zip or folder) and say whether to change anything

Export it in WhatsApp: open the chat, More, Export chat, without media. It is read on this
machine alone; nothing is sent anywhere and nothing is kept.`,
  options: {
    staff: {
      type: "string",
      placeholder: '"A, B"',
      help: "who answers for the business; all others are clients",
    },
    workers: { type: "string", placeholder: '"C, D"', help: "who does the work and writes in the same chat" },
    tz: { type: "string", placeholder: "ZONE", help: "the time zone of the phone, such as Africa/Nairobi" },
    "date-order": {
      type: "string",
      placeholder: "DMY",
      help: "day, month and year as exported: DMY, MDY, YMD",
    },
    chat: { type: "string", placeholder: "NAME", help: "which chat, where the zip or folder holds several" },
    html: {
      type: "string",
      placeholder: "FILE",
      help: "write the whole report as one page, to print or share",
    },
    mask: { type: "boolean", help: "names, phone numbers and addresses masked, everywhere" },
    lang: { type: "string", placeholder: "en", help: `language of the report: ${REPORT_LOCALES.join(", ")}` },
  },
  async run(args) {
    const [path = ""] = args.words;
    const locale = localeOf(text(args, "lang"));
    const zone = zoneOf(text(args, "tz"));
    const page = text(args, "html");
    if (page !== undefined && resolve(page) === resolve(path))
      throw new StartError("--html would write over the chat itself: name another file.");
    const diagnosis = await diagnoseFile(path, args);
    const shown = args.options.mask === true ? maskDiagnosis(diagnosis, voiceOf(locale)) : diagnosis;
    const report = makeReport(shown, locale);
    if (page !== undefined) await writeWhole(page, renderPage(report, readFileSync(CSS, "utf8")));
    await written(args.json ? `${JSON.stringify(toContract(shown, zone))}\n` : summaryOf(report));
    if (page !== undefined) process.stderr.write(`The whole report is in ${page}\n`);
    else if (!args.json)
      process.stderr.write("\nWith the requests behind each figure, to print or share: --html report.html\n");
    return 0;
  },
};

async function diagnoseFile(path: string, args: Arguments): Promise<Diagnosis> {
  const started = performance.now();
  const line = progressLine(process.stderr, () => performance.now() - started);
  const isAnybodyThere = process.stdin.isTTY === true && process.stderr.isTTY === true;
  const read = (order = dateOrderOf(text(args, "date-order"))): Promise<Chat> =>
    readChat(path, {
      order,
      chat: text(args, "chat"),
      choose: isAnybodyThere ? chooseChat : undefined,
      onProgress: (done, size) => line.show("reading the file", Math.min(1, done / Math.max(1, size)) * 0.3),
    });
  let chat = await read();
  line.clear();
  if (chat.dateOrder.certainty === "ambiguous") {
    if (isAnybodyThere) chat = await read(await askDateOrder());
    else
      process.stderr.write(
        `Whether day or month comes first in its dates cannot be told; it was read as ${chat.dateOrder.order}. Say it with --date-order DMY or MDY.\n`,
      );
  }
  const corrections = correctionsOf(chat, { staff: text(args, "staff"), workers: text(args, "workers") });
  const diagnosis = diagnose(chat, corrections, (share, stage) => line.show(DOING[stage], 0.3 + share * 0.7));
  line.clear();
  return diagnosis;
}

function text({ options }: Arguments, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function localeOf(said: string | undefined): ReportLocale {
  if (said === undefined) return "en";
  const locale = REPORT_LOCALES.find((known) => known === said.trim().toLowerCase());
  if (!locale) throw new StartError(`--lang is one of ${REPORT_LOCALES.join(", ")}.`);
  return locale;
}

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await lines.question(question)).trim().toLowerCase();
  } finally {
    lines.close();
  }
}

async function askDateOrder(): Promise<"DMY" | "MDY"> {
  for (;;) {
    const answer = await ask(
      "Its dates can be read both ways. Is 3/4 the 3rd of April (d) or March 4th (m)? ",
    );
    if (answer.startsWith("d") || answer === "3") return "DMY";
    if (answer.startsWith("m")) return "MDY";
  }
}

async function chooseChat(names: readonly string[]): Promise<string> {
  for (;;) {
    const list = names.map((name, place) => `  ${place + 1}  ${name}\n`).join("");
    const chosen = names[Number(await ask(`It holds several chats:\n${list}Which one? `)) - 1];
    if (chosen !== undefined) return chosen;
  }
}

/** Whole or not at all, and for its owner alone: the words of clients are in it. */
async function writeWhole(path: string, content: string): Promise<void> {
  const beside = `${path}.${process.pid}.part`;
  try {
    await writeFile(beside, content, { mode: 0o600 });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new StartError(
      `The report could not be written (${code}). Is the folder of --html there and open to you?`,
    );
  }
}

/** A pipe takes a large output only bit by bit; the process must not end before. */
function written(output: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // Whoever reads only the beginning closes the pipe: that is no error of ours.
    process.stdout.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EPIPE" ? resolve() : reject(error),
    );
    process.stdout.write(output, (error) => (error ? undefined : resolve()));
  });
}
