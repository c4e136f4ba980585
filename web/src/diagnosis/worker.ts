/** Reads and diagnoses a chat beside the page, so that the page never freezes. Nothing leaves this machine. */
import { ArchiveError } from "../../../shared/diagnosis/archive/archive-error.ts";
import { fromBlob } from "../../../shared/diagnosis/archive/byte-source.ts";
import { openArchive, openFolder } from "../../../shared/diagnosis/archive/open-archive.ts";
import type { Chat } from "../../../shared/diagnosis/chat.ts";
import { diagnose } from "../../../shared/diagnosis/diagnose.ts";
import type { Diagnosis } from "../../../shared/diagnosis/diagnosis.ts";
import { openExport } from "../../../shared/diagnosis/export/read-export.ts";
import { maskDiagnosis } from "../../../shared/diagnosis/report/mask.ts";
import { renderPage } from "../../../shared/diagnosis/report/page.ts";
import css from "../../../shared/diagnosis/report/report.css?inline";
import { makeReport, type Report } from "../../../shared/diagnosis/report/report.ts";
import { voiceOf } from "../../../shared/diagnosis/report/voice.ts";
import { joinPeople } from "./same-people.ts";
import { shownOf } from "./shown-of.ts";
import type { Ask, ChosenFile, Look, Said, Told } from "./talk.ts";

let chat: Chat | null = null;
let diagnosis: Diagnosis | null = null;
let report: Report | null = null;
let said: Said = { roles: [], same: [] };

const tell = (told: Told) => postMessage(told);

const waiting: Ask[] = [];
let isBusy = false;

addEventListener("message", ({ data }: MessageEvent<Ask>) => {
  waiting.push(data);
  void work();
});

/** One after the other; of several corrections that wait only the last is worth the time. */
async function work(): Promise<void> {
  if (isBusy) return;
  isBusy = true;
  for (;;) {
    // Whatever was said meanwhile is heard first.
    await new Promise((resolve) => setTimeout(resolve));
    const ask = waiting.shift();
    if (!ask) break;
    if (ask.kind === "correct" && waiting.some(({ kind }) => kind === "correct")) continue;
    await answer(ask).catch(refuse);
  }
  isBusy = false;
}

function refuse(error: unknown): void {
  if (error instanceof ArchiveError)
    tell({ kind: "refused", fault: error.fault, choices: [...error.choices] });
  else tell({ kind: "refused", fault: "broken", choices: [] });
}

async function answer(ask: Ask): Promise<void> {
  switch (ask.kind) {
    case "read":
      chat = await read(ask);
      if (!chat) return tell({ kind: "refused", fault: "no_messages", choices: [] });
      return find(ask.said, ask.look);
    case "correct":
      return find(ask.said, ask.look);
    case "show":
      return show(ask.look);
    case "save":
      if (report) tell({ kind: "saved", page: renderPage(report, css), fileName: fileNameOf(diagnosis) });
      return;
    default:
      return ask satisfies never;
  }
}

async function read(ask: Extract<Ask, { kind: "read" }>): Promise<Chat | null> {
  const limits = ask.chat === null ? {} : { chat: ask.chat };
  const sources = ask.files.map(({ file, path }) => ({ ...fromBlob(file), name: path }));
  const [only] = sources;
  const opened =
    only && sources.length === 1
      ? await openArchive(only, limits)
      : await openFolder(folderOf(ask.files), sources, limits);
  const reader = openExport({
    ...(ask.order ? { order: ask.order } : {}),
    ...(opened.fileDate ? { fileDate: opened.fileDate } : {}),
    fileName: opened.fileName,
  });
  let length = 0;
  for await (const piece of opened.text()) {
    reader.push(piece);
    length += piece.length;
    tell({ kind: "progress", stage: "reading", share: Math.min(1, length / Math.max(1, opened.size)) });
  }
  const read = reader.end();
  return read.messages.some(({ kind }) => kind !== "system") ? read : null;
}

const folderOf = (files: readonly ChosenFile[]): string => {
  const [folder = "", ...inside] = files[0]?.path.split("/") ?? [];
  return inside.length > 0 ? folder : "";
};

function find(now: Said, look: Look): void {
  if (!chat) return;
  said = now;
  const { roles, same } = said;
  diagnosis = diagnose(joinPeople(chat, same), { roles: new Map(roles) }, (share, stage) =>
    tell({ kind: "progress", stage, share }),
  );
  show(look);
}

function show({ locale, isMasked }: Look): void {
  if (!diagnosis) return;
  const seen = isMasked ? maskDiagnosis(diagnosis, voiceOf(locale)) : diagnosis;
  report = makeReport(seen, locale);
  tell({ kind: "shown", shown: shownOf(diagnosis, seen, report, said) });
}

const fileNameOf = (of: Diagnosis | null): string => {
  const last = of?.chat.messages.at(-1)?.at;
  return `diagnosis${last === undefined ? "" : `-${new Date(last).toISOString().slice(0, 10)}`}.html`;
};
