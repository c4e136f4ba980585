import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { useSimulatorActs } from "./use-simulator.ts";

/** Things that happen, on the phone in front, by one press. */
export function HappenPart({ phoneId: id }: { phoneId: string | undefined }) {
  const { t } = useTranslation("phones");
  const { say, saySample, closeWindow } = useSimulatorActs();
  const failureWords = useFailureWords();
  if (!id) return null;
  const error = failureWords(say.error ?? saySample.error ?? closeWindow.error);
  return (
    <section className="max-md:order-3 flex flex-col gap-2">
      <h2 className="text-message font-semibold">{t("happen")}</h2>
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          onClick={() => say.mutate({ id, said: { type: "text", text: t("chaseWords") } })}
        >
          {t("chase")}
        </Button>
        <Button size="small" onClick={() => saySample.mutate({ id, kind: "image" })}>
          {t("photo")}
        </Button>
        <Button size="small" onClick={() => saySample.mutate({ id, kind: "audio" })}>
          {t("voice")}
        </Button>
        <Button size="small" onClick={() => say.mutate({ id, said: { type: "unsupported" } })}>
          {t("unknown")}
        </Button>
        <Button size="small" onClick={() => closeWindow.mutate(id)}>
          {t("closeWindow")}
        </Button>
      </div>
      {error && (
        <p role="alert" className="font-medium text-late">
          {error}
        </p>
      )}
    </section>
  );
}
