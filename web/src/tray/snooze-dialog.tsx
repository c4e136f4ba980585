import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useFormat } from "../ui/format.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { serverNow, useNow } from "../ui/now.ts";
import { TextField } from "../ui/text-field.tsx";
import { useKey } from "../ui/use-key.ts";
import { type SnoozeChoice, snoozeChoices } from "./snooze-times.ts";

type Props = { onChoose: (until: Date | null) => void; onClose: () => void };

/** Until when it is put aside; the client's next word always brings it back. */
export function SnoozeDialog({ onChoose, onClose }: Props) {
  const { t } = useTranslation("desk");
  const [wished, setWished] = useState("");
  const [isWrong, setIsWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const at = new Date(wished);
    if (at.getTime() > serverNow()) onChoose(at);
    else setIsWrong(true);
  };
  return (
    <Dialog title={t("snooze.title")} onClose={onClose}>
      <p className="-mt-2 text-body text-ink2">{t("snooze.lead")}</p>
      <ul data-foot className="flex flex-col">
        {snoozeChoices(new Date(serverNow())).map((choice, place) => (
          <li key={choice.code} className="border-t border-line first:border-t-0">
            <Choice choice={choice} digit={place + 1} onChoose={() => onChoose(choice.at)} />
          </li>
        ))}
      </ul>
      <form onSubmit={submit} noValidate className="flex items-end gap-2">
        <TextField
          label={t("snooze.until")}
          type="datetime-local"
          value={wished}
          error={isWrong ? t("snooze.past") : null}
          className="min-w-0 flex-1"
          onChange={(event) => {
            setWished(event.target.value);
            setIsWrong(false);
          }}
        />
        <Button type="submit" disabled={!wished}>
          {t("act.snooze")}
        </Button>
      </form>
    </Dialog>
  );
}

function Choice({ choice, digit, onChoose }: { choice: SnoozeChoice; digit: number; onChoose: () => void }) {
  const { t } = useTranslation("desk");
  const { column, columnRest } = useFormat();
  const now = useNow();
  const at = choice.at?.toISOString();
  useKey(`Digit${digit}`, onChoose, { inDialog: true });
  return (
    <button
      type="button"
      onClick={onChoose}
      className="flex min-h-11 w-full items-center gap-3 rounded-strip px-1 py-1.5 text-start hover:bg-sunk"
    >
      <KeyHint keys={`Digit${digit}`} />
      <span className="min-w-0 flex-1 text-title font-semibold">{t(`snooze.${choice.code}`)}</span>
      {at && (
        <time dateTime={at} className="text-label text-ink2">
          {column(at, now)} {columnRest(at, now)}
        </time>
      )}
    </button>
  );
}
