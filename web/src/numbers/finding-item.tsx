import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "../ui/class-names.ts";
import { useFormat } from "../ui/format.ts";
import { useNow } from "../ui/now.ts";
import { LevelGlyph } from "./level-mark.tsx";
import type { ShownFinding } from "./use-numbers.ts";

/** "11:40" today, "20 Nov, 11:40" else. */
export function useMoment(): (instant: string) => string {
  const { t } = useTranslation("kit");
  const { clockTime, date, isToday } = useFormat();
  const now = useNow();
  return (instant) =>
    isToday(instant, now) ? clockTime(instant) : date(instant, now) + t("comma") + clockTime(instant);
}

/** The finding in one sentence, for cards and the band. */
export function useFindingTitle(): (finding: Pick<ShownFinding, "code" | "facts">) => string {
  const { t } = useTranslation("numbers");
  return ({ code, facts }) => t(`finding.${code}.title`, { n: facts.count ?? 0, field: facts.field ?? "" });
}

/** What happened, what it means for the business, and what to do; WhatsApp's own words beside them, small. */
export function FindingItem({
  finding,
  heading: Heading,
  children,
}: {
  finding: ShownFinding;
  heading: "h3" | "h4";
  /** What can be done about it here. */
  children?: ReactNode;
}) {
  const { t } = useTranslation(["numbers", "shell"]);
  const titleOf = useFindingTitle();
  const moment = useMoment();
  const { code, level, since, facts, whatToDo } = finding;
  const asides = [
    typeof facts.until === "string" && t("until", { time: moment(facts.until) }),
    facts.names && t("templates", { words: facts.names }),
    facts.reason && t("whatsappSays", { words: facts.reason }),
    (facts.codes || facts.code) && t("codes", { words: String(facts.codes || facts.code) }),
  ].filter((each) => typeof each === "string");
  return (
    <li className="flex gap-2.5 border-b border-line py-3.5 first:pt-0 last:border-b-0 last:pb-0">
      <LevelGlyph level={level} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
          <Heading className={cx("text-title font-semibold", level === "act" && "text-hand")}>
            {titleOf(finding)}
          </Heading>
          {since && <span className="text-label text-ink3">{t("since", { time: moment(since) })}</span>}
        </div>
        <p className="max-w-[72ch] text-ink2">{t(`finding.${code}.means`, { n: facts.count ?? 0 })}</p>
        {whatToDo !== "nothing" && (
          <p className="mt-0.5 max-w-[76ch]">
            <span className="font-semibold">{t("toDo")}: </span>
            {t(`step.${whatToDo}`)}
            {whatToDo === "look_at_costs" && (
              <>
                {" "}
                <Link to="/settings/costs" className="font-semibold underline underline-offset-3">
                  {t("shell:nav.costs")}
                </Link>
              </>
            )}
            {whatToDo === "look_at_templates" && (
              <>
                {" "}
                <Link to="/settings/templates" className="font-semibold underline underline-offset-3">
                  {t("shell:nav.templates")}
                </Link>
              </>
            )}
            {whatToDo === "replay_dead" && (
              <>
                {" "}
                <Link to="/settings/intake" className="font-semibold underline underline-offset-3">
                  {t("shell:nav.intake")}
                </Link>
              </>
            )}
          </p>
        )}
        {children}
        {asides.map((words) => (
          <p key={words} className="text-label text-ink3">
            <bdi>{words}</bdi>
          </p>
        ))}
      </div>
    </li>
  );
}
