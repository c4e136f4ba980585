import { useId } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "../ui/class-names.ts";
import { FindingItem } from "./finding-item.tsx";
import { FinishHere } from "./finish-connecting.tsx";
import { FirstWordsPart } from "./first-words-part.tsx";
import { LevelMark } from "./level-mark.tsx";
import { NoticesPart } from "./notices-part.tsx";
import { NumberFacts } from "./number-facts.tsx";
import { NumberSettingsPart } from "./number-settings.tsx";
import { ResumeNumber } from "./resume-number.tsx";
import { TrafficHeat } from "./traffic-heat.tsx";
import type { ShownNumber } from "./use-numbers.ts";

/** One number: how it is in a word, what stands out, and beside it what is known. */
export function NumberCard({ number }: { number: ShownNumber }) {
  const { t } = useTranslation("numbers");
  const id = useId();
  return (
    <article
      aria-labelledby={id}
      className={cx(
        "on-strip flex flex-col gap-5 rounded-panel border-s-3 px-5 py-4.5 shadow-1 max-sm:px-3.5",
        number.level === "act" ? "border-hand-fill" : "border-transparent",
      )}
    >
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1.5">
        <div className="min-w-0">
          <h2 id={id} className="text-head font-semibold">
            <bdi>{number.name}</bdi>
          </h2>
          <p className="text-line text-ink3">
            {number.phone && number.phone !== number.name && (
              <>
                <bdi dir="ltr">+{number.phone.replace(/^\+/, "")}</bdi>
                {" · "}
              </>
            )}
            {t(`kind.${number.kind}`)}
          </p>
        </div>
        <LevelMark level={number.level} />
      </header>
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <div>
            <h3 className="sr-only">{t("findings")}</h3>
            <ul>
              {number.findings.map((finding) => (
                <FindingItem
                  key={finding.code + (finding.facts.field ?? "") + (finding.facts.reason ?? "")}
                  heading="h4"
                  finding={finding}
                >
                  {finding.code === "paused" && <ResumeNumber id={number.id} />}
                  {finding.code === "no_app_secret" && <FinishHere id={number.id} />}
                </FindingItem>
              ))}
            </ul>
          </div>
          <TrafficHeat number={number} />
          <NoticesPart number={number.id} />
        </div>
        <NumberFacts number={number} />
      </div>
      {number.kind !== "unclaimed" && <FirstWordsPart id={number.id} />}
      <NumberSettingsPart id={number.id} kind={number.kind} />
    </article>
  );
}
