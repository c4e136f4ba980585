import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Strip } from "../../../../shared/api/requests.ts";
import { movesFor, requestRef, type State } from "../../../../shared/request.ts";
import { useMe } from "../../api/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogFoot } from "../../ui/dialog.tsx";
import { KeyHint } from "../../ui/key-hint.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useKey } from "../../ui/use-key.ts";
import type { MoveAsk } from "../use-request.ts";
import { movableOf, needsWordOnPromise } from "./use-move.ts";
import { WaitsOnField } from "./waits-on-field.tsx";
import { WorkerField } from "./worker-field.tsx";

type Props = {
  strip: Strip;
  /** Chosen already, by a drop or a key: only what it still asks for is shown. */
  to: State | null;
  onMove: (ask: MoveAsk, workerName?: string) => void;
  onClose: () => void;
};

/** Where a request may go, numbered; a move that needs a word, a worker or a side asks for it here. */
export function MoveDialog({ strip, to, onMove, onClose }: Props) {
  const { t } = useTranslation("request");
  const me = useMe();
  const [chosen, setChosen] = useState<State | null>(to);
  const moves = movesFor(movableOf(strip), me.role, me.id);
  const move = moves.find((each) => each.to === chosen);
  const choose = (state: State) => {
    const needs = moves.find((each) => each.to === state)?.needs ?? [];
    if (needs.length === 0 && !needsWordOnPromise(strip, state)) onMove({ to: state });
    else setChosen(state);
  };
  return (
    <Dialog title={t("move.title", { ref: requestRef(strip.id) })} onClose={onClose}>
      <p className="-mt-3 truncate text-body text-ink2" dir="auto">
        {strip.title}
      </p>
      {move && chosen ? (
        <Needs
          strip={strip}
          to={chosen}
          needs={[...move.needs, ...(needsWordOnPromise(strip, chosen) ? (["reason"] as const) : [])]}
          onMove={onMove}
          onClose={onClose}
        />
      ) : moves.length > 0 ? (
        <ol data-foot className="flex flex-col">
          {moves.map((each, place) => (
            <li key={each.to}>
              <Choice state={each.to} digit={place + 1} onChoose={() => choose(each.to)} />
            </li>
          ))}
        </ol>
      ) : (
        <p className="text-body">{t("move.none")}</p>
      )}
    </Dialog>
  );
}

function Choice({ state, digit, onChoose }: { state: State; digit: number; onChoose: () => void }) {
  const { t } = useTranslation();
  useKey(`Digit${digit}`, onChoose, { inDialog: true });
  return (
    <button
      type="button"
      onClick={onChoose}
      className="flex min-h-11 w-full items-center gap-3 rounded-strip px-2 py-1 text-start hover:bg-sunk"
    >
      <KeyHint keys={`Digit${digit}`} />
      <StateMark state={state} />
      <span className="font-semibold">{t(`state.${state}`)}</span>
      <span className="min-w-0 truncate text-line text-ink2">{t(`stateMeans.${state}`)}</span>
    </button>
  );
}

type Need = "reason" | "worker" | "waits_on";

function Needs({
  strip,
  to,
  needs,
  onMove,
  onClose,
}: {
  strip: Strip;
  to: State;
  needs: readonly Need[];
  onMove: Props["onMove"];
  onClose: () => void;
}) {
  const { t } = useTranslation("request");
  const { t: word } = useTranslation();
  const { t: kit } = useTranslation("kit");
  const [reason, setReason] = useState("");
  const [worker, setWorker] = useState<{ id: number; name: string } | null>(strip.worker);
  const [waitsOn, setWaitsOn] = useState<"client" | "third_party">("client");
  const isReady =
    (!needs.includes("worker") || worker !== null) && (!needs.includes("reason") || reason.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    onMove(
      {
        to,
        reason: reason.trim() || null,
        workerId: needs.includes("worker") ? (worker?.id ?? null) : null,
        waitsOn: needs.includes("waits_on") ? waitsOn : null,
      },
      worker?.name,
    );
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <p className="flex items-center gap-2 text-body">
        <StateMark state={strip.state} /> {word(`state.${strip.state}`)}
        <span className="text-ink3">{t("move.to")}</span>
        <StateMark state={to} /> <strong className="font-semibold">{word(`state.${to}`)}</strong>
      </p>
      {needs.includes("worker") && <WorkerField chosen={worker} onChoose={setWorker} />}
      {needs.includes("waits_on") && <WaitsOnField value={waitsOn} onChange={setWaitsOn} />}
      <TextField
        label={t(needs.includes("reason") ? "move.reason" : "move.word")}
        value={reason}
        maxLength={2000}
        required={needs.includes("reason")}
        onChange={(event) => setReason(event.target.value)}
      />
      <DialogFoot>
        <Button kind="primary" type="submit" disabled={!isReady}>
          {t("move.do", { state: word(`state.${to}`) })}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {kit("cancel")}
        </Button>
      </DialogFoot>
    </form>
  );
}
