/** What the page and its worker say to each other. The chat itself stays in the worker. */
import type { Before, ChatImport } from "../../../shared/api/chat-imports.ts";
import type { ArchiveFault } from "../../../shared/diagnosis/archive/archive-error.ts";
import type { DateOrder, WallTime } from "../../../shared/diagnosis/chat.ts";
import type { Stage } from "../../../shared/diagnosis/diagnose.ts";
import type { PersonIndex, Role } from "../../../shared/diagnosis/diagnosis.ts";
import type { ReportLocale } from "../../../shared/diagnosis/report/voice.ts";

/** How the report is shown. */
export type Look = { locale: ReportLocale; isMasked: boolean };

/** What somebody said of the people, by their names in the chat; whoever is left out is guessed. */
export type Said = {
  roles: readonly (readonly [name: string, role: Role])[];
  /** The second is the first one under another name. */
  same: readonly (readonly [name: string, other: string])[];
};

/** `path`: with the folder's name, where a folder was chosen; a file alone does not keep it on its way to the worker. */
export type ChosenFile = { file: File; path: string };

export type Ask =
  /** `chat`: which of several; `order`: of day and month, where somebody said so. */
  | {
      kind: "read";
      files: readonly ChosenFile[];
      chat: string | null;
      order: DateOrder | null;
      said: Said;
      look: Look;
    }
  | { kind: "correct"; said: Said; look: Look }
  | { kind: "show"; look: Look }
  /** The report as one file. */
  | { kind: "save" };

export type Told =
  | { kind: "progress"; stage: "reading" | Stage; share: number }
  | { kind: "shown"; shown: Shown }
  | { kind: "saved"; page: string; fileName: string }
  | { kind: "refused"; fault: ArchiveFault | "no_messages" | "broken"; choices: readonly string[] };

export type Shown = {
  /** Null as well where names are masked. */
  title: string | null;
  markup: string;
  /** By what was said it was made. */
  said: Said;
  people: readonly ShownPerson[];
  dateOrder: {
    order: DateOrder;
    certainty: "proved" | "inferred" | "ambiguous" | "given";
    /** A day of the chat as it was read, and as another order would read it. */
    question: { read: WallTime; other: WallTime; otherOrder: DateOrder } | null;
  };
  /** What the board could begin with; times by the clock of the chat. */
  board: Board;
};

export type ShownPerson = {
  name: string;
  /** Masked where the report is. */
  shownAs: string;
  role: Role;
  messages: number;
  /** In the report's language. */
  reasons: string;
  isUnsure: boolean;
  perhapsSameAs: PersonIndex | null;
};

export type Board = Pick<ChatImport, "title" | "clients" | "roster"> & {
  saidFrom: WallTime;
  saidTo: WallTime;
  before: Before;
  /** Not resolved, the freshest first. */
  requests: readonly OpenRequest[];
};

export type OpenRequest = {
  title: string;
  client: number | null;
  openedAt: WallTime;
  lastAt: WallTime;
  chases: number;
  /** When the last promise falls due. */
  dueAt: WallTime | null;
};
