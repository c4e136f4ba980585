import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Strip } from "../../../shared/api/requests.ts";
import { systemApi } from "../../../shared/api/system.ts";
import { requestRef } from "../../../shared/request.ts";
import { call } from "../api/call.ts";
import { Dialog } from "../ui/dialog.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { StateMark } from "../ui/state-mark.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useKey } from "../ui/use-key.ts";

const NUMBERED = 9;

/** Which request is meant: numbered choices first, any other by its words or its number. */
export function RequestChooser({
  title,
  requests,
  onChoose,
  onClose,
  children,
}: {
  title: string;
  requests: readonly Strip[];
  onChoose: (strip: Strip) => void;
  onClose: () => void;
  /** What else is said about the choice. */
  children?: ReactNode;
}) {
  const { t } = useTranslation("request");
  const [words, setWords] = useState("");
  const asked = useDeferredValue(words.trim());
  const found = useQuery({
    queryKey: ["requests", "chooser", asked],
    queryFn: ({ signal }) => call(systemApi.search, { body: { q: asked }, signal }),
    enabled: asked.length > 0,
  });
  const shown = asked ? (found.data?.strips ?? []) : requests;
  return (
    <Dialog title={title} onClose={onClose}>
      <ul data-foot className="flex flex-col">
        {shown.slice(0, NUMBERED).map((strip, place) => (
          <li key={strip.id} className="border-t border-line first:border-t-0">
            <Choice strip={strip} digit={place + 1} onChoose={() => onChoose(strip)} />
          </li>
        ))}
      </ul>
      {shown.length === 0 && !found.isFetching && (
        <p className="text-body text-ink2">{t(asked ? "chooser.none" : "chooser.noneOpen")}</p>
      )}
      <TextField
        label={t("chooser.search")}
        type="search"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {children}
    </Dialog>
  );
}

function Choice({ strip, digit, onChoose }: { strip: Strip; digit: number; onChoose: () => void }) {
  const { t } = useTranslation();
  useKey(`Digit${digit}`, onChoose, { inDialog: true });
  return (
    <button
      type="button"
      onClick={onChoose}
      className="flex min-h-11 w-full items-center gap-3 rounded-strip px-1 py-1.5 text-start hover:bg-sunk"
    >
      <KeyHint keys={`Digit${digit}`} />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-title font-semibold" dir="auto">
          {strip.title}
        </span>
        <span className="flex items-center gap-1.5 text-label text-ink2">
          <bdi dir="ltr">{requestRef(strip.id)}</bdi>
          <StateMark state={strip.state} className="size-3.5" />
          {t(`state.${strip.state}`)}
          {strip.client && <bdi className="truncate">{strip.client.name}</bdi>}
        </span>
      </span>
    </button>
  );
}
