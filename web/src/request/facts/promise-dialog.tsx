import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Strip } from "../../../../shared/api/requests.ts";
import { requestRef } from "../../../../shared/request.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogFoot } from "../../ui/dialog.tsx";
import { useFormat } from "../../ui/format.ts";
import { useNow } from "../../ui/now.ts";
import { TextField } from "../../ui/text-field.tsx";
import { useReason } from "../use-reason.ts";
import { useChangeRequest } from "../use-request.ts";
import { fromField, quickTimes, toField } from "./times.ts";

/** A time given to the client: set, changed or taken back. */
export function PromiseDialog({ strip, onClose }: { strip: Strip; onClose: () => void }) {
  const { t } = useTranslation("request");
  const { t: kit } = useTranslation("kit");
  const { column, columnRest } = useFormat();
  const now = useNow();
  const reasonOf = useReason();
  const change = useChangeRequest(strip.id, onClose);
  const [field, setField] = useState(strip.promise ? toField(new Date(strip.promise.at)) : "");
  const promise = (at: string | null) => change.mutate({ version: strip.version, promiseAt: at });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const at = fromField(field);
    if (at) promise(at.toISOString());
  };
  return (
    <Dialog title={t("promise.title", { ref: requestRef(strip.id) })} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <div data-foot className="flex flex-wrap gap-2">
          {quickTimes(new Date(now)).map((at, place) => (
            <Button
              key={at.getTime()}
              size="small"
              shortcut={`Digit${place + 1}`}
              inDialog
              onClick={() => promise(at.toISOString())}
            >
              {[column(at.toISOString(), now), columnRest(at.toISOString(), now)].filter(Boolean).join(" ")}
            </Button>
          ))}
        </div>
        <TextField
          label={t("promise.at")}
          type="datetime-local"
          dir="ltr"
          value={field}
          min={toField(new Date(now))}
          error={change.error ? reasonOf(change.error) : null}
          hint={t("promise.hint")}
          onChange={(event) => setField(event.target.value)}
        />
        <DialogFoot>
          <Button kind="primary" type="submit" disabled={!fromField(field) || change.isPending}>
            {t("promise.keep")}
          </Button>
          {strip.promise && (
            <Button kind="quiet" disabled={change.isPending} onClick={() => promise(null)}>
              {t("promise.takeBack")}
            </Button>
          )}
          <Button kind="quiet" onClick={onClose}>
            {kit("cancel")}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
