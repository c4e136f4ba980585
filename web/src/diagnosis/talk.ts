/** What the page and its worker say to each other. The chat itself stays in the worker. */
import type { Before, ChatImport } from "../../../shared/api/chat-imports.ts";
import type { ArchiveFault } from "../../../shared/diagnosis/archive/archive-error.ts";
import type { DateOrder } from "../../../shared/diagnosis/chat.ts";
import type { Stage } from "../../../shared/diagnosis/diagnose.ts";
import type { Person, Role } from "../../../shared/diagnosis/diagnosis.ts";
import type { ReportLocale } from "../../../shared/diagnosis/report/voice.ts";

/** How the report is shown. */
export type Look = { locale: ReportLocale; isMasked: boolean };

export type Ask =
  /** `chat`: which of several; `order`: of day and month, where somebody said so. */
  | { kind: "read"; files: readonly File[]; chat?: string; order?: DateOrder; look: Look }
  /** Other people are staff than was guessed; those left out are guessed. */
  | { kind: "correct"; roles: readonly (readonly [name: string, role: Role])[]; look: Look }
  | { kind: "show"; look: Look }
  /** The report as one file. */
  | { kind: "save" };

export type Told =
  | { kind: "progress"; stage: "reading" | Stage; share: number }
  | { kind: "shown"; shown: Shown }
  | { kind: "saved"; page: string; fileName: string }
  | { kind: "refused"; fault: ArchiveFault | "no_messages" | "broken"; choices: readonly string[] };

export type Shown = {
  title: string | null;
  markup: string;
  people: readonly Person[];
  dateOrder: { order: DateOrder; certainty: "proved" | "inferred" | "ambiguous" | "given" };
  /** What the board could begin with; times by the clock of the chat. */
  board: Board;
};

export type Board = Pick<ChatImport, "clients" | "roster"> & {
  saidFrom: number;
  saidTo: number;
  before: Before;
  /** Not resolved, the freshest first. */
  requests: readonly {
    title: string;
    client: number | null;
    openedAt: number;
    lastAt: number;
    chases: number;
    /** When the last promise falls due. */
    dueAt: number | null;
  }[];
};
