import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiFailure } from "../api/call.ts";
import { useMe } from "../api/queries.ts";
import { usePageTitle } from "../shell/page-title.ts";
import { buttonClass } from "../ui/button.tsx";
import { cx } from "../ui/class-names.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { useFormat } from "../ui/format.ts";
import { useNow } from "../ui/now.ts";
import { Loading, StripSkeleton } from "../ui/skeleton.tsx";
import { FindingItem } from "./finding-item.tsx";
import { NoticesPart } from "./notices-part.tsx";
import { NumberCard } from "./number-card.tsx";
import { type NumbersHealth, useNumbersHealth } from "./use-numbers.ts";

/** How every WhatsApp number is, and what to do about it. */
export function NumbersPage() {
  const { t } = useTranslation(["numbers", "kit", "connecting"]);
  const isAdmin = useMe().role === "admin";
  const health = useNumbersHealth();
  const failureWords = useFailureWords();
  const isForbidden = health.error instanceof ApiFailure && health.error.status === 403;
  usePageTitle(t("page.title"));
  return (
    <div className="mx-auto flex max-w-330 flex-col gap-5 px-5 py-6 max-sm:px-3">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h1 className="text-page font-semibold">{t("page.title")}</h1>
        {health.data && <LastDelivery at={health.data.lastDeliveryAt} />}
        {isAdmin && (
          <Link
            to="/settings/numbers/connect"
            className={buttonClass("plain", "regular", "ms-auto self-center")}
          >
            {t("connecting:settings.addNumber")}
          </Link>
        )}
      </div>
      {health.isPending && (
        <Loading className="flex flex-col gap-3">
          <StripSkeleton className="h-48" />
          <StripSkeleton className="h-48" />
        </Loading>
      )}
      {isForbidden && <p className="text-ink2">{t("page.onlyManagers")}</p>}
      {health.isError && !health.data && !isForbidden && (
        <ErrorPanel
          title={t("page.error")}
          actions={[{ text: t("kit:tryAgain"), onPress: () => void health.refetch() }]}
        >
          {failureWords(health.error)}
        </ErrorPanel>
      )}
      {health.data && <Health health={health.data} />}
    </div>
  );
}

function LastDelivery({ at }: { at: string | null }) {
  const { t } = useTranslation("numbers");
  const { when } = useFormat();
  const now = useNow();
  return (
    <p className="text-ink2">{at ? t("page.lastDelivery", { time: when(at, now) }) : t("page.neverHeard")}</p>
  );
}

function Health({ health }: { health: NumbersHealth }) {
  const { t } = useTranslation("numbers");
  return (
    <>
      {health.house.length > 0 && (
        <section
          className={cx(
            "on-strip rounded-panel border-s-3 px-5 py-4.5 shadow-1 max-sm:px-3.5",
            health.house[0]?.level === "act" ? "border-hand-fill" : "border-transparent",
          )}
        >
          <h2 className="mb-3 text-head font-semibold">{t("page.house")}</h2>
          <ul>
            {health.house.map((finding) => (
              <FindingItem key={finding.code + (finding.facts.field ?? "")} heading="h3" finding={finding} />
            ))}
          </ul>
        </section>
      )}
      {health.numbers.map((number) => (
        <NumberCard key={number.id} number={number} />
      ))}
      {health.numbers.length === 0 && (
        <EmptyState
          title={t("page.none")}
          action={
            <Link to="/first-run" className={buttonClass("primary")}>
              {t("page.begin")}
            </Link>
          }
        >
          {t("page.noneText")}
        </EmptyState>
      )}
      {health.hasOtherNotices && (
        <section className="flex flex-col gap-1 border-t border-line pt-4">
          <h2 className="text-head font-semibold">{t("notices.others")}</h2>
          <p className="text-ink2">{t("notices.othersText")}</p>
          <NoticesPart />
        </section>
      )}
    </>
  );
}
