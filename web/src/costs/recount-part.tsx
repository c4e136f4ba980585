import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { useRecount } from "./use-costs.ts";

/** Counts everything again from the statuses: the same comes out, unless something was learned since. */
export function RecountPart() {
  const { t } = useTranslation("costs");
  const recount = useRecount();
  const failureWords = useFailureWords();
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink2">
      <p role={recount.isError ? "alert" : "status"}>
        {recount.isError
          ? failureWords(recount.error)
          : recount.isSuccess
            ? t("again.done")
            : t("again.text")}
      </p>
      <Button kind="quiet" size="small" disabled={recount.isPending} onClick={() => recount.mutate()}>
        {t(recount.isPending ? "again.busy" : "again.button")}
      </Button>
    </div>
  );
}
