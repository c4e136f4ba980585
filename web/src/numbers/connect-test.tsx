import { useTranslation } from "react-i18next";
import type { Connection } from "../../../shared/api/connecting.ts";
import { textOf } from "../people/gate-form.tsx";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useMoment } from "./finding-item.tsx";
import type { ConnectAct } from "./use-connecting.ts";

/** They write from their phone, it shows here; we answer, and see that it arrived. */
export function ConnectTest({
  connection,
  isBusy,
  act,
  onFinish,
}: {
  connection: Connection;
  isBusy: boolean;
  act: (act: ConnectAct) => void;
  onFinish: () => void;
}) {
  const { t } = useTranslation("connecting");
  const moment = useMoment();
  const { heard } = connection;
  const answer = connection.checks.find(({ check }) => check === "answered");
  const isDone = answer?.level === "fine";
  if (!heard)
    return (
      <p className="on-panel rounded-control px-4 py-3.5 font-medium motion-safe:animate-pulse" role="status">
        {t("test.waiting")}
      </p>
    );
  return (
    <>
      <p role="status" className="on-panel rounded-control px-4 py-3.5 font-medium">
        {t("test.heard", { name: `\u2068${heard.name}\u2069`, time: moment(heard.at) })}
      </p>
      {(answer?.code === "answer_missing" || answer?.code === "answer_failed") && (
        <form
          className="flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            act({ kind: "answer", text: textOf(new FormData(event.currentTarget), "text") });
          }}
        >
          <TextField
            className="min-w-56 flex-1"
            label={t("test.answer")}
            name="text"
            required
            maxLength={500}
            defaultValue={t("test.defaultAnswer")}
          />
          <Button type="submit" kind="primary" disabled={isBusy}>
            {t(answer.code === "answer_failed" ? "test.sendAgain" : "test.send")}
          </Button>
        </form>
      )}
      {isDone && (
        <Button kind="primary" size="large" className="self-start" onClick={onFinish}>
          {t("test.finish")}
        </Button>
      )}
    </>
  );
}
