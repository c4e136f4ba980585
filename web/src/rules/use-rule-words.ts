/** A rule in plain words: what it asks, and what it does. */
import { useTranslation } from "react-i18next";
import type { Actions, Condition, Named, RuleChoices } from "../../../shared/api/rules.ts";
import { useLanguageName } from "../templates/language-names.ts";
import { intlTag } from "../texts/i18n.ts";
import { useFormat } from "../ui/format.ts";

/** 2024-01-01 was a Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Weekdays by number from Monday as 1. */
export function useDayName(style: "long" | "short" = "short"): (day: number) => string {
  const { i18n } = useTranslation();
  const names = new Intl.DateTimeFormat(intlTag(i18n.language), { weekday: style, timeZone: "UTC" });
  return (day) => names.format(MONDAY + (day - 1) * DAY_MS);
}

export function useRuleWords(choices: RuleChoices) {
  const { t, i18n } = useTranslation(["houseRules", "domain"]);
  const { number, duration, clockTime } = useFormat();
  const languageName = useLanguageName();
  const dayName = useDayName();
  const tag = intlTag(i18n.language);
  const anyOf = new Intl.ListFormat(tag, { type: "disjunction" });
  const allOf = new Intl.ListFormat(tag, { type: "conjunction" });
  const list = (words: readonly string[]) => (words.length > 0 ? anyOf.format(words) : t("sentence.anyone"));
  const named = (rows: readonly Named[], id: number) =>
    rows.find((row) => row.id === id)?.name ?? t("sentence.gone");
  const names = (rows: readonly Named[], ids: readonly number[]) => ids.map((id) => named(rows, id));
  const quoted = (words: readonly string[]) => words.map((word) => t("sentence.quoted", { word }));

  /** "18:00" in the reader's digits. */
  const clock = (text: string) => {
    const [hours = 0, minutes = 0] = text.split(":").map(Number);
    return clockTime(new Date(2024, 0, 1, hours, minutes).getTime());
  };

  function condition(asked: Condition): string {
    const is = asked.not ? "not" : "is";
    switch (asked.kind) {
      case "words":
        return t(`${is}.${asked.match === "word" ? "words" : "part"}`, { list: list(quoted(asked.words)) });
      case "language":
        return t(`${is}.language`, { list: list(asked.languages.map(languageName)) });
      case "number":
        return t(`${is}.number`, { list: list(names(choices.numbers, asked.numberIds)) });
      case "contents":
        return t(`${is}.contents`, { list: list(asked.contents.map((each) => t(`contents.${each}`))) });
      case "contact":
        return t(`${is}.${asked.is}`);
      case "hours":
        if (asked.teamId !== null) return t(`${is}.team`, { name: named(choices.teams, asked.teamId) });
        return t(`${is}.hours`, {
          days: allOf.format(asked.days.map(dayName)),
          from: clock(asked.from),
          to: clock(asked.to),
          zone: asked.timeZone.replaceAll("_", " "),
        });
      case "category":
        return t(`${is}.category`, { list: list(names(choices.categories, asked.categoryIds)) });
      case "priority":
        return t(`${is}.priority`, { priority: t(`domain:priority.${asked.atLeast}`) });
      case "place":
        return t(`${is}.place`, {
          list: list([...names(choices.areas, asked.areaIds), ...quoted(asked.words)]),
        });
      case "waits":
        return t(`${is}.waits`, { time: duration(asked.minutes * MINUTE_MS) });
      case "chased":
        return t(`${is}.chased`, { n: number(asked.times) });
      default:
        return asked satisfies never;
    }
  }

  function actions({ categoryId, priority, owner, quickReplyId, stops }: Actions): string[] {
    const people = owner?.kind === "team" ? choices.teams : choices.people;
    const parts: (string | false)[] = [
      categoryId !== null && t("sentence.category", { name: named(choices.categories, categoryId) }),
      priority !== null && t("sentence.priority", { priority: t(`domain:priority.${priority}`) }),
      owner !== null && t("sentence.owner", { name: named(people, owner.id) }),
      quickReplyId !== null && t("sentence.quickReply", { name: named(choices.quickReplies, quickReplyId) }),
      stops && t("sentence.stops"),
    ];
    return parts.filter((part) => part !== false);
  }

  return { condition, actions, allOf: (parts: readonly string[]) => allOf.format(parts) };
}
