import { useTranslation } from "react-i18next";
import type { Check } from "../../../shared/api/connecting.ts";
import { CHECK_CODES, type CheckCode, type CheckLevel } from "../../../shared/connecting.ts";
import { failureOf } from "../request/thread/failure.ts";
import { cx } from "../ui/class-names.ts";
import { AlertGlyph, ClockGlyph, TickGlyph } from "../ui/glyphs.tsx";
import { useMoment } from "./finding-item.tsx";

const LOOKS = {
  fine: { Glyph: TickGlyph, className: "text-ink2" },
  watch: { Glyph: AlertGlyph, className: "text-ink" },
  todo: { Glyph: ClockGlyph, className: "text-ink3" },
  wrong: { Glyph: AlertGlyph, className: "text-late" },
} as const satisfies Record<CheckLevel, object>;

type Mendable = {
  [Code in CheckCode]: (typeof CHECK_CODES)[Code]["level"] extends "fine" ? never : Code;
}[CheckCode];
const isMendable = (code: CheckCode): code is Mendable => CHECK_CODES[code].level !== "fine";

/** What was found, and what to do where it is not in order; Meta's own code beside it, small. */
function CheckLine({ check }: { check: Check }) {
  const { t } = useTranslation("connecting");
  const moment = useMoment();
  const mendFailure = useFailureMend();
  const { code, level, facts } = check;
  const { Glyph, className } = LOOKS[level];
  const words = {
    names: facts.names ?? "",
    host: facts.host ?? "",
    name: facts.name ?? "",
    at: typeof facts.at === "string" ? moment(facts.at) : "",
  };
  const aside = facts.code
    ? t("code", { code: String(facts.code) })
    : facts.why
      ? t("reason", { why: [facts.why, facts.host].filter(Boolean).join(", ") })
      : facts.status && t("status", { status: String(facts.status) });
  return (
    <li className="flex gap-2.5 py-1.5">
      <Glyph className={cx("mt-1 size-3.5!", className)} />
      <div className="min-w-0 flex-1">
        <p className={cx("font-medium", level === "wrong" && "text-late", level === "fine" && "text-ink2")}>
          {t(`check.${code}`, words)}
        </p>
        {isMendable(code) && (
          <p className="max-w-[70ch] text-ink2">
            {(code === "answer_failed" && mendFailure(facts.code)) || t(`mend.${code}`, words)}
          </p>
        )}
        {aside && level !== "fine" && (
          <p className="text-label text-ink3">
            <bdi>{aside}</bdi>
            {facts.detail && (
              <bdi dir="ltr" lang="en">
                {" "}
                {facts.detail}
              </bdi>
            )}
          </p>
        )}
      </div>
    </li>
  );
}

/** What a message's code means is told in the same words as beside the message itself; null: no more than the code. */
function useFailureMend(): (code: string | number | undefined) => string | null {
  const { t } = useTranslation(["connecting", "thread"]);
  return (code) => {
    const failure = failureOf(typeof code === "number" ? code : null);
    if (failure === "other") return null;
    return failure === "window" ? t("test.writeAgain") : t(`thread:failed.${failure}`);
  };
}

export function CheckList({ checks }: { checks: readonly Check[] }) {
  if (checks.length === 0) return null;
  return (
    <ul className="border-t border-line pt-2" aria-live="polite">
      {checks.map((check) => (
        <CheckLine key={check.check} check={check} />
      ))}
    </ul>
  );
}
