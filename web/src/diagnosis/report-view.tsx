import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/class-names.ts";
import { ProgressLine } from "./at-work.tsx";
import { PeoplePart } from "./people-part.tsx";
import { QuestionsPart } from "./questions-part.tsx";
import { ReportPart } from "./report-part.tsx";
import { StartBoard } from "./start-board.tsx";
import { StartedLine } from "./started-line.tsx";
import type { Shown } from "./talk.ts";
import { Toolbar } from "./toolbar.tsx";
import type { OpenDiagnosis } from "./use-diagnosis.ts";
import { useStart } from "./use-start.ts";

/** The report with what can be asked, corrected and done. */
export function ReportView({
  diagnosis,
  shown,
  isMasked,
  onMask,
}: {
  diagnosis: OpenDiagnosis;
  shown: Shown;
  isMasked: boolean;
  onMask: (isMasked: boolean) => void;
}) {
  const { t } = useTranslation("diagnosis");
  const [hasSent, setSent] = useState(false);
  const start = useStart(() => setSent(true));
  const { progress, said, correct, reorder, save, leave, cancel } = diagnosis;
  return (
    <>
      <Toolbar
        {...{ isMasked, hasSent, onMask }}
        start={!start.made && <StartBoard board={shown.board} isMasked={isMasked} start={start} />}
        onSave={save}
        onLeave={leave}
      />
      <StartedLine start={start} />
      <QuestionsPart shown={shown} said={said} onSay={correct} onOrder={reorder} />
      {progress && (
        <div className="after-a-while not-on-paper sticky top-13 z-10 mx-auto max-w-160 px-3 pt-4">
          <div className="on-strip flex flex-col gap-1 rounded-panel p-4 shadow-2">
            <p className="flex items-center justify-between gap-3 font-semibold">
              {t("work.again")}
              <Button kind="quiet" size="small" shortcut="Escape" onClick={cancel}>
                {t("work.cancel")}
              </Button>
            </p>
            <ProgressLine progress={progress} />
          </div>
        </div>
      )}
      <div className={cx("diagnosis-sheet", progress && "diagnosis-behind")} aria-busy={progress !== null}>
        <ReportPart markup={shown.markup} />
        <PeoplePart people={shown.people} said={said} isMasked={isMasked} onSay={correct} />
      </div>
    </>
  );
}
