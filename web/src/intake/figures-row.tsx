import { useTranslation } from "react-i18next";
import type { IntakeFigures } from "../../../shared/api/intake.ts";
import { isolated } from "../request/event-words.tsx";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { BlankFigure, Figure, FigureRow } from "../ui/figure.tsx";
import { useFormat } from "../ui/format.ts";
import { useNow } from "../ui/now.ts";
import { useFigures } from "./use-intake.ts";

/** Four figures between hairlines: today's, what waits, what is stuck, what came last. */
export function FiguresRow() {
  const { t } = useTranslation(["intake", "kit"]);
  const figures = useFigures();
  const failureWords = useFailureWords();
  if (figures.isError && !figures.data)
    return (
      <ErrorPanel
        title={t("error")}
        actions={[{ text: t("kit:tryAgain"), onPress: () => void figures.refetch() }]}
      >
        {failureWords(figures.error)}
      </ErrorPanel>
    );
  return (
    <FigureRow label={t("figures.label")} isBusy={figures.isPending}>
      {figures.data ? <Figures figures={figures.data} /> : [1, 2, 3, 4].map((n) => <BlankFigure key={n} />)}
    </FigureRow>
  );
}

function Figures({ figures: { since, waiting, dead, last } }: { figures: IntakeFigures }) {
  const { t } = useTranslation("intake");
  const { number, duration, ago } = useFormat();
  const now = useNow();
  return (
    <>
      <Figure name={t("figures.today")} means={t("figures.todayMeans")}>
        {since.isMore ? t("figures.most", { count: since.deliveries }) : number(since.deliveries)}
      </Figure>
      <Figure
        name={t("figures.waiting")}
        means={
          waiting.oldestAt
            ? t("figures.waitingSince", { time: duration(now - Date.parse(waiting.oldestAt)) })
            : t("figures.waitingNone")
        }
      >
        {number(waiting.deliveries)}
      </Figure>
      <Figure
        name={t("figures.stuck")}
        means={dead > 0 ? t("figures.stuckSome") : t("figures.stuckNone")}
        isLate={dead > 0}
      >
        {number(dead)}
      </Figure>
      <Figure
        name={t("figures.last")}
        means={
          !last
            ? t("figures.lastNoneMeans")
            : last.number
              ? t("figures.lastFor", { number: isolated(last.number) })
              : t("figures.lastUnknown")
        }
      >
        {last ? <time dateTime={last.receivedAt}>{ago(last.receivedAt, now)}</time> : t("figures.lastNone")}
      </Figure>
    </>
  );
}
