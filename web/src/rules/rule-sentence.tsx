import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { RuleChoices, WrittenRule } from "../../../shared/api/rules.ts";
import { useRuleWords } from "./use-rule-words.ts";

/** "When … and …, then …", each part in its own direction. */
export function RuleSentence({
  rule: { match, conditions, actions },
  choices,
}: {
  rule: Pick<WrittenRule, "match" | "conditions" | "actions">;
  choices: RuleChoices;
}) {
  const { t } = useTranslation("houseRules");
  const words = useRuleWords(choices);
  const done = words.actions(actions);
  return (
    <p className="text-message text-ink2">
      <strong className="font-semibold text-ink">{t("sentence.when")}</strong>{" "}
      {conditions.map((condition, place) => (
        <Fragment key={place}>
          {place > 0 && (
            <strong className="font-semibold text-ink">
              {" "}
              {t(match === "all" ? "sentence.and" : "sentence.or")}{" "}
            </strong>
          )}
          <bdi>{words.condition(condition)}</bdi>
        </Fragment>
      ))}
      {t("sentence.comma")}
      <strong className="font-semibold text-ink">{t("sentence.does")}</strong>{" "}
      <bdi>{done.length > 0 ? words.allOf(done) : t("sentence.anyone")}</bdi>.
    </p>
  );
}
