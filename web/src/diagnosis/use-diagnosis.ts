/** The chat being diagnosed: one worker a chat, ended when another is chosen or it is given up. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { DateOrder } from "../../../shared/diagnosis/chat.ts";
import type { Role } from "../../../shared/diagnosis/diagnosis.ts";
import type { Ask, Look, Shown, Told } from "./talk.ts";

export type Refusal = Omit<Extract<Told, { kind: "refused" }>, "kind">;
export type Progress = Omit<Extract<Told, { kind: "progress" }>, "kind">;

export type DiagnosisState = {
  /** Null: no chat was chosen. */
  files: readonly File[] | null;
  /** While it is at work; what was shown before stays on the page. */
  progress: Progress | null;
  shown: Shown | null;
  refusal: Refusal | null;
};

const NOTHING: DiagnosisState = { files: null, progress: null, shown: null, refusal: null };

function after(before: DiagnosisState, told: Exclude<Told, { kind: "saved" }>): DiagnosisState {
  switch (told.kind) {
    case "progress":
      return { ...before, progress: { stage: told.stage, share: told.share } };
    case "shown":
      return { ...before, progress: null, refusal: null, shown: told.shown };
    case "refused":
      return { ...before, progress: null, refusal: { fault: told.fault, choices: told.choices } };
    default:
      return told satisfies never;
  }
}

export function useDiagnosis(look: Look) {
  const [state, setState] = useState(NOTHING);
  const worker = useRef<Worker | null>(null);
  const end = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  useEffect(() => end, [end]);
  const { locale, isMasked } = look;
  useEffect(() => {
    worker.current?.postMessage({ kind: "show", look: { locale, isMasked } } satisfies Ask);
  }, [locale, isMasked]);

  function hear(told: Told): void {
    if (told.kind === "saved") save(told.page, told.fileName);
    else setState((before) => after(before, told));
  }
  const ask = (asked: Ask) => worker.current?.postMessage(asked);
  return {
    ...state,
    read(files: readonly File[], more: { chat?: string; order?: DateOrder } = {}) {
      end();
      worker.current = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
      worker.current.onmessage = ({ data }: MessageEvent<Told>) => hear(data);
      worker.current.onerror = () => hear({ kind: "refused", fault: "broken", choices: [] });
      setState({ ...NOTHING, files, progress: { stage: "reading", share: 0 } });
      ask({ kind: "read", files, look, ...more });
    },
    correct(roles: readonly (readonly [string, Role])[]) {
      setState((before) => ({ ...before, progress: { stage: "people", share: 0 } }));
      ask({ kind: "correct", roles, look });
    },
    save: () => ask({ kind: "save" }),
    /** Given up, or another chat: nothing of it stays. */
    leave() {
      end();
      setState(NOTHING);
    },
  };
}

function save(page: string, fileName: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([page], { type: "text/html" }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
