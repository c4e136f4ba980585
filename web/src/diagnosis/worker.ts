/** Reads and diagnoses a chat beside the page, so that the page never freezes. Nothing leaves this machine. */
import { ArchiveError } from "../../../shared/diagnosis/archive/archive-error.ts";
import { fromBlob } from "../../../shared/diagnosis/archive/byte-source.ts";
import { openArchive, openFolder } from "../../../shared/diagnosis/archive/open-archive.ts";
import type { Chat } from "../../../shared/diagnosis/chat.ts";
import { diagnose } from "../../../shared/diagnosis/diagnose.ts";
import type { Diagnosis, Role } from "../../../shared/diagnosis/diagnosis.ts";
import { openExport } from "../../../shared/diagnosis/export/read-export.ts";
import { maskDiagnosis } from "../../../shared/diagnosis/report/mask.ts";
import { renderPage } from "../../../shared/diagnosis/report/page.ts";
import { renderReport } from "../../../shared/diagnosis/report/render.ts";
import css from "../../../shared/diagnosis/report/report.css?inline";
import { makeReport, type Report } from "../../../shared/diagnosis/report/report.ts";
import { voiceOf } from "../../../shared/diagnosis/report/voice.ts";
import { boardOf } from "./board-of.ts";
import type { Ask, Look, Told } from "./talk.ts";

let chat: Chat | null = null;
let diagnosis: Diagnosis | null = null;
let report: Report | null = null;

const tell = (told: Told) => postMessage(told);

addEventListener("message", ({ data }: MessageEvent<Ask>) => {
  void answer(data).catch((error: unknown) => {
    if (error instanceof ArchiveError)
      tell({ kind: "refused", fault: error.fault, choices: [...error.choices] });
    else tell({ kind: "refused", fault: "broken", choices: [] });
  });
});

async function answer(ask: Ask): Promise<void> {
  switch (ask.kind) {
    case "read":
      chat = await read(ask);
      if (!chat) return tell({ kind: "refused", fault: "no_messages", choices: [] });
      return found(new Map(), ask.look);
    case "correct":
      return found(new Map(ask.roles), ask.look);
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
  const limits = ask.chat === undefined ? {} : { chat: ask.chat };
  const sources = ask.files.map(fromBlob);
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
  const chat = reader.end();
  return chat.messages.length > 0 ? chat : null;
}

/** The folder's name, which the browser puts before each file's. */
const folderOf = (files: readonly File[]): string => files[0]?.webkitRelativePath.split("/")[0] ?? "";

function found(roles: ReadonlyMap<string, Role>, look: Look): void {
  if (!chat) return;
  diagnosis = diagnose(chat, { roles }, (share, stage) => tell({ kind: "progress", stage, share }));
  show(look);
}

function show({ locale, isMasked }: Look): void {
  if (!diagnosis) return;
  report = makeReport(isMasked ? maskDiagnosis(diagnosis, voiceOf(locale)) : diagnosis, locale);
  const { order, certainty } = diagnosis.chat.dateOrder;
  tell({
    kind: "shown",
    shown: {
      title: diagnosis.chat.title,
      markup: renderReport(report),
      people: diagnosis.people,
      dateOrder: { order, certainty },
      board: boardOf(diagnosis),
    },
  });
}

const fileNameOf = (of: Diagnosis | null): string => {
  const last = of?.chat.messages.at(-1)?.at;
  return `diagnosis${last === undefined ? "" : `-${new Date(last).toISOString().slice(0, 10)}`}.html`;
};
