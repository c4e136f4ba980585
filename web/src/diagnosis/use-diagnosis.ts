/** The chat being diagnosed: one worker a chat, ended when another is chosen or it is given up. */
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { DateOrder } from "../../../shared/diagnosis/chat.ts";
import type { Ask, ChosenFile, Look, Said, Shown, Told } from "./talk.ts";

export type Refusal = Omit<Extract<Told, { kind: "refused" }>, "kind">;
export type Progress = Omit<Extract<Told, { kind: "progress" }>, "kind">;

type Chosen = Omit<Extract<Ask, { kind: "read" }>, "kind" | "look">;

type DiagnosisState = {
  /** Null: no chat was chosen. */
  chosen: Chosen | null;
  /** While it is at work; what was shown before stays on the page. */
  progress: Progress | null;
  shown: Shown | null;
  /** What `shown` was made from. */
  shownFrom: Chosen | null;
  refusal: Refusal | null;
};

const NOTHING: DiagnosisState = {
  chosen: null,
  progress: null,
  shown: null,
  shownFrom: null,
  refusal: null,
};
const NOTHING_SAID: Said = { roles: [], same: [] };
const BEGUN: Progress = { stage: "reading", share: 0 };

function after(before: DiagnosisState, told: Exclude<Told, { kind: "saved" }>): DiagnosisState {
  switch (told.kind) {
    case "progress":
      return { ...before, progress: { stage: told.stage, share: told.share } };
    case "shown": {
      const from = before.chosen && { ...before.chosen, said: told.shown.said };
      return { ...before, progress: null, refusal: null, shown: told.shown, shownFrom: from };
    }
    case "refused":
      return { ...before, progress: null, refusal: { fault: told.fault, choices: told.choices } };
    default:
      return told satisfies never;
  }
}

export type OpenDiagnosis = ReturnType<typeof useDiagnosis>;

export function useDiagnosis(look: Look) {
  const [state, setState] = useState(NOTHING);
  const { chosen, shown, shownFrom } = state;
  const { ask, end } = useWorker((told) => {
    if (told.kind === "saved") save(told.page, told.fileName);
    else setState((before) => after(before, told));
  });
  /** To a worker that was ended the chat is given anew. */
  const tell = (asked: Ask, of: Chosen | null = chosen) => {
    if (asked.kind !== "read" && !ask.isFed() && of) ask.send({ kind: "read", ...of, look });
    ask.send(asked);
  };
  const { locale, isMasked } = look;
  const showAnew = useEffectEvent(() => {
    if (chosen && (shown || state.progress)) tell({ kind: "show", look });
  });
  useEffect(() => showAnew(), [locale, isMasked]);

  function begin(next: Chosen, kept: Partial<DiagnosisState> = {}): void {
    end();
    setState({ ...NOTHING, ...kept, chosen: next, progress: BEGUN });
    tell({ kind: "read", ...next, look });
  }
  return {
    ...state,
    said: chosen?.said ?? NOTHING_SAID,
    read(files: readonly ChosenFile[]) {
      const next = { files, chat: null, order: null, said: NOTHING_SAID };
      const choices = zipsOf(files).map(({ path }) => path);
      if (choices.length < 2) return begin(next);
      end();
      setState({ ...NOTHING, chosen: next, refusal: { fault: "several_chats", choices } });
    },
    /** Which of several chats. */
    pick(chat: string) {
      if (!chosen) return;
      const zip = zipsOf(chosen.files).find(({ path }) => path === chat);
      begin(zip ? { ...chosen, files: [zip] } : { ...chosen, chat });
    },
    /** Read anew with another order of day and month; the report stays meanwhile. */
    reorder(order: DateOrder) {
      if (chosen) begin({ ...chosen, order }, { shown, shownFrom });
    },
    correct(said: Said) {
      if (!chosen) return;
      const next = { ...chosen, said };
      setState((before) => ({ ...before, chosen: next, progress: { stage: "words", share: 0 } }));
      tell({ kind: "correct", said, look }, next);
    },
    save: () => tell({ kind: "save" }),
    dismiss: () => setState((before) => ({ ...before, refusal: null })),
    /** Given up: of a correction, what was shown before it stays; else nothing. */
    cancel() {
      end();
      setState((before) =>
        before.shown ? { ...before, progress: null, chosen: before.shownFrom } : NOTHING,
      );
    },
    /** Another chat: nothing of this one stays. */
    leave() {
      end();
      setState(NOTHING);
    },
  };
}

const zipsOf = (files: readonly ChosenFile[]) => files.filter(({ path }) => /\.zip$/i.test(path));

/** A worker is made before it is needed, so that it is there when the connection is not. `onTold` may use nothing that changes. */
function useWorker(onTold: (told: Told) => void) {
  const current = useRef<Worker | null>(null);
  const spare = useRef<Worker | null>(null);
  useEffect(() => {
    spare.current ??= make();
    return () => {
      spare.current?.terminate();
      current.current?.terminate();
      spare.current = null;
      current.current = null;
    };
  }, []);
  function take(): Worker {
    const worker = spare.current ?? make();
    spare.current = null;
    worker.onmessage = ({ data }: MessageEvent<Told>) => onTold(data);
    worker.onerror = () => onTold({ kind: "refused", fault: "broken", choices: [] });
    return worker;
  }
  return {
    ask: {
      isFed: () => current.current !== null,
      send(asked: Ask) {
        current.current ??= take();
        current.current.postMessage(asked);
      },
    },
    end() {
      current.current?.terminate();
      current.current = null;
      spare.current ??= make();
    },
  };
}

const make = (): Worker => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });

function save(page: string, fileName: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([page], { type: "text/html" }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
