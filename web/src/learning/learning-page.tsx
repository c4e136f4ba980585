import { useTranslation } from "react-i18next";
import { usePageTitle } from "../shell/page-title.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { StripSkeleton } from "../ui/skeleton.tsx";
import { UntilRead } from "../ui/until-read.tsx";
import { KindsPart } from "./kinds-part.tsx";
import { ModelsPart } from "./models-part.tsx";
import { RulesPart } from "./rules-part.tsx";
import { SurenessPart } from "./sureness-part.tsx";
import { type Learning, useLearning } from "./use-learning.ts";

/** How good the suggestions are here, and what they were learnt from. */
export function LearningPage() {
  const { t } = useTranslation("learning");
  const learning = useLearning();
  const failureWords = useFailureWords();
  usePageTitle(t("title"));
  return (
    <div className="mx-auto flex max-w-300 flex-col gap-7 px-5 py-6 max-sm:px-3">
      <div className="flex flex-col gap-1">
        <h1 className="text-page font-semibold">{t("title")}</h1>
        <p className="max-w-[68ch] text-ink2">{t("lead")}</p>
      </div>
      <UntilRead
        query={learning}
        error={t("error")}
        reason={failureWords(learning.error)}
        className="flex flex-col gap-3"
      >
        <StripSkeleton className="h-56" />
        <StripSkeleton className="h-40" />
      </UntilRead>
      {learning.data && <Figures learning={learning.data} />}
    </div>
  );
}

function Figures({ learning }: { learning: Learning }) {
  const { t } = useTranslation("learning");
  const isJudged = learning.kinds.some(({ month, lately }) => month.decisions + lately.decisions > 0);
  return (
    <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
      <div className="flex min-w-0 flex-col gap-8">
        {isJudged ? (
          <>
            <KindsPart kinds={learning.kinds} />
            <SurenessPart kinds={learning.kinds} />
          </>
        ) : (
          <EmptyState title={t("nothing")}>{t("nothingText")}</EmptyState>
        )}
      </div>
      <div className="flex min-w-0 flex-col gap-8">
        <ModelsPart learning={learning} />
        <RulesPart rules={learning.rules} />
      </div>
    </div>
  );
}
