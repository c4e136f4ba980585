import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Strip } from "../../../../shared/api/requests.ts";
import { requestRef } from "../../../../shared/request.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogFoot } from "../../ui/dialog.tsx";
import { useNow } from "../../ui/now.ts";
import { TextField } from "../../ui/text-field.tsx";
import { useReason } from "../use-reason.ts";
import { useChangeRequest } from "../use-request.ts";
import { fromField, toField } from "./times.ts";

const HOUR = 3_600_000;

/** Another next step than the usual one: what, and when it is looked at again. Neither may be missing (law 4). */
export function NextStepDialog({ strip, onClose }: { strip: Strip; onClose: () => void }) {
  const { t } = useTranslation("request");
  const { t: kit } = useTranslation("kit");
  const now = useNow();
  const reasonOf = useReason();
  const change = useChangeRequest(strip.id, onClose);
  const [text, setText] = useState(strip.nextStep?.text ?? "");
  const [field, setField] = useState(() =>
    toField(new Date(Math.max(Date.parse(strip.nextStep?.at ?? "") || 0, now + HOUR))),
  );
  const at = fromField(field);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!at || !text.trim()) return;
    change.mutate({
      version: strip.version,
      nextStep: { code: "other", text: text.trim(), at: at.toISOString() },
    });
  };
  return (
    <Dialog title={t("step.title", { ref: requestRef(strip.id) })} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={t("step.what")}
          required
          maxLength={300}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <TextField
          label={t("step.when")}
          type="datetime-local"
          dir="ltr"
          required
          value={field}
          error={change.error ? reasonOf(change.error) : null}
          onChange={(event) => setField(event.target.value)}
        />
        <DialogFoot>
          <Button kind="primary" type="submit" disabled={!at || !text.trim() || change.isPending}>
            {kit("save")}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {kit("cancel")}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
