import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { IntakeFigures } from "../../../shared/api/intake.ts";
import { isolated } from "../request/event-words.tsx";
import { cx } from "../ui/class-names.ts";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { useFormat } from "../ui/format.ts";
import { AlertGlyph } from "../ui/glyphs.tsx";
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
    <section
      aria-label={t("figures.label")}
      aria-busy={figures.isPending}
      className="grid grid-cols-4 border-y border-line max-md:grid-cols-2"
    >
      {figures.data ? <Figures figures={figures.data} /> : [1, 2, 3, 4].map((n) => <Blank key={n} />)}
    </section>
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

const CELL =
  "flex min-w-0 flex-col gap-0.5 border-line px-5 py-3.5 first:ps-0 not-first:border-s max-md:px-4 max-md:odd:border-s-0 max-md:odd:ps-0 max-md:nth-[n+3]:border-t";

function Figure({
  name,
  means,
  isLate = false,
  children,
}: {
  name: string;
  means: string;
  isLate?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={CELL}>
      <p className="text-label font-medium text-ink2">{name}</p>
      <p className={cx("flex items-center gap-2 text-peek font-semibold", isLate && "text-late")}>
        {isLate && <AlertGlyph className="size-4!" />}
        {children}
      </p>
      <p className="text-label text-ink3">{means}</p>
    </div>
  );
}

const Blank = () => (
  <div className={cx(CELL, "after-a-while")} aria-hidden="true">
    <span className="my-1 h-2.5 w-24 rounded-strip bg-sunk" />
    <span className="my-1.5 h-3.5 w-12 rounded-strip bg-sunk" />
    <span className="my-1 h-2.5 w-32 rounded-strip bg-sunk" />
  </div>
);
