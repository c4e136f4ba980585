import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { FormFoot } from "../ui/form-foot.tsx";
import { Select } from "../ui/select.tsx";
import { clientsOf, importOf } from "./import-of.ts";
import { StartRow } from "./start-row.tsx";
import type { Board } from "./talk.ts";
import { useNote } from "./use-note.ts";
import type { Start } from "./use-start.ts";

/** As many as the server takes at once. */
const MOST = 1_000;

const ZONES = Intl.supportedValuesOf("timeZone");
const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const zones = [...new Set([OWN_ZONE, "UTC", ...ZONES])];

/** What is open in the chat, to choose from; what will be made is said before it is. */
export function StartDialog({
  board,
  isMasked,
  start: { start },
  onClose,
}: {
  board: Board;
  isMasked: boolean;
  start: Start;
  onClose: () => void;
}) {
  const { t } = useTranslation("diagnosis");
  const failureWords = useFailureWords();
  const noteOf = useNote(board.title);
  const [zone, setZone] = useState(OWN_ZONE);
  const listed = board.requests.slice(0, MOST);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [titles, setTitles] = useState<ReadonlyMap<number, string>>(new Map());
  const chosen = listed.flatMap((request, place) =>
    left.has(place) ? [] : [{ request, title: titles.get(place) ?? request.title }],
  );
  const toggle = (place: number) =>
    setLeft((before) => {
      const next = new Set(before);
      if (!next.delete(place)) next.add(place);
      return next;
    });
  const error = failureWords(start.error);
  return (
    <Dialog title={t("start.title")} onClose={onClose} className="w-[min(46rem,calc(100vw-1.5rem))]">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          start.mutate(importOf(board, chosen, zone, noteOf), { onSuccess: onClose });
        }}
      >
        <p className="-mt-2 text-ink2">
          {t(listed.length > 0 ? "start.lead" : "start.none")} {isMasked && t("start.masked")}
        </p>
        {listed.length > 0 && (
          <div>
            <div className="-ms-2.5 flex gap-1">
              <Button kind="quiet" size="small" onClick={() => setLeft(new Set())}>
                {t("start.all")}
              </Button>
              <Button kind="quiet" size="small" onClick={() => setLeft(new Set(listed.keys()))}>
                {t("start.noneChosen")}
              </Button>
            </div>
            <ul className="-mx-5 max-h-[46dvh] overflow-auto border-y border-line px-5">
              {listed.map((request, place) => (
                <StartRow
                  key={place}
                  request={request}
                  client={request.client === null ? null : (board.clients[request.client]?.name ?? null)}
                  title={titles.get(place) ?? request.title}
                  isChosen={!left.has(place)}
                  onToggle={() => toggle(place)}
                  onTitle={(title) => setTitles((before) => new Map(before).set(place, title))}
                />
              ))}
            </ul>
            {board.requests.length > MOST && (
              <p className="mt-2 text-label text-ink3">{t("start.mostShown", { count: MOST })}</p>
            )}
          </div>
        )}
        <Select
          label={t("start.zone")}
          hint={t("start.zoneHint")}
          choices={zones.map((each) => ({ value: each, text: each.replaceAll("_", " ") }))}
          value={zone}
          onChange={setZone}
          className="max-w-80"
        />
        <div className="flex flex-col gap-1">
          <p className="font-semibold">
            {t("start.makes", {
              requests: t("start.requests", { count: chosen.length }),
              clients: t("start.clients", { count: clientsOf(chosen).length }),
            })}
          </p>
          <p className="text-line text-ink2">{t("start.what")}</p>
        </div>
        {error && (
          <p role="alert" className="font-medium text-late">
            {t("started.failed")}. {error}
          </p>
        )}
        <FormFoot
          action={t(start.isPending ? "start.going" : "start.go")}
          isOff={start.isPending}
          onClose={onClose}
        />
      </form>
    </Dialog>
  );
}
