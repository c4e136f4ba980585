import { useTranslation } from "react-i18next";
import { hasRole } from "../../../shared/request.ts";
import { useMe } from "../api/queries.ts";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { Loading, StripSkeleton } from "../ui/skeleton.tsx";
import { FirstWordsForm } from "./first-words-form.tsx";
import { OpeningPart } from "./opening-part.tsx";
import { useFirstWords } from "./use-first-words.ts";

/** On the number's card, for managers: what it says by itself, and when. */
export function FirstWordsPart({ id }: { id: number }) {
  const { t } = useTranslation("firstWords");
  const mayChange = hasRole(useMe().role, "manager");
  if (!mayChange) return null;
  return (
    <OpeningPart open={t("open")} close={t("close")}>
      <Opened id={id} />
    </OpeningPart>
  );
}

function Opened({ id }: { id: number }) {
  const { t } = useTranslation(["firstWords", "kit"]);
  const failureWords = useFailureWords();
  const { words, save } = useFirstWords(id);
  if (words.isPending)
    return (
      <Loading>
        <StripSkeleton className="h-64" />
      </Loading>
    );
  if (!words.data)
    return (
      <ErrorPanel
        title={t("error")}
        actions={[{ text: t("kit:tryAgain"), onPress: () => void words.refetch() }]}
      >
        {failureWords(words.error)}
      </ErrorPanel>
    );
  return (
    <section aria-label={t("open")}>
      <FirstWordsForm
        before={words.data}
        isBusy={save.isPending}
        isSaved={save.isSuccess}
        error={failureWords(save.error)}
        onSave={(next) => save.mutate(next)}
      />
    </section>
  );
}
