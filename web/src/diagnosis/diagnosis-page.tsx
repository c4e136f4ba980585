import { useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePageTitle } from "../shell/page-title.ts";
import { LOCALES } from "../texts/i18n.ts";
import { announce } from "../ui/status-region.tsx";
import { AtWork } from "./at-work.tsx";
import { ChoosePart } from "./choose-part.tsx";
import { RefusalPart } from "./refusal-part.tsx";
import { ReportView } from "./report-view.tsx";
import { useDiagnosis } from "./use-diagnosis.ts";
import { useDrop } from "./use-drop.ts";

/** An exported chat is read, measured and judged here, in the browser; it never leaves this machine. */
export function DiagnosisPage() {
  const { t, i18n } = useTranslation(["diagnosis", "shell"]);
  const [isMasked, setMasked] = useState(false);
  const locale = LOCALES.find((each) => each === i18n.language) ?? "en";
  const diagnosis = useDiagnosis({ locale, isMasked });
  const isOver = useDrop(diagnosis.read);
  usePageTitle(t("shell:nav.diagnosis"));
  const { chosen, progress, shown, refusal } = diagnosis;
  const sayDone = useEffectEvent(() => announce(t("work.done")));
  useEffect(() => {
    if (shown) sayDone();
  }, [shown]);
  return (
    <>
      {refusal && <RefusalPart refusal={refusal} onPick={diagnosis.pick} onDismiss={diagnosis.dismiss} />}
      {shown && <ReportView {...{ diagnosis, shown, isMasked }} onMask={setMasked} />}
      {!shown && progress && (
        <AtWork
          progress={progress}
          title={chosen?.files[0]?.file.name ?? null}
          onCancel={() => {
            diagnosis.cancel();
            announce(t("work.cancelled"));
          }}
        />
      )}
      {!shown && !progress && <ChoosePart isOver={isOver} onChosen={diagnosis.read} />}
    </>
  );
}
