import { useTranslation } from "react-i18next";
import type { Template } from "../../../shared/api/templates.ts";
import { TEMPLATE_CATEGORIES } from "../../../shared/template.ts";
import { useFormat } from "../ui/format.ts";
import { useNow } from "../ui/now.ts";

/** Somebody should look at it: it cannot be sent any more, soon costs more, or is liked too little. */
export const needsALook = ({ state, quality, nextCategory }: Template): boolean =>
  state === "rejected" ||
  state === "paused" ||
  state === "disabled" ||
  state === "unknown" ||
  (state === "approved" && (quality === "low" || nextCategory !== null));

/** Meta's words for a refusal that say something to whoever wrote it. */
const REASONS: Readonly<Record<string, "abusive" | "format" | "scam" | "category" | "promotional">> = {
  ABUSIVE_CONTENT: "abusive",
  INVALID_FORMAT: "format",
  SCAM: "scam",
  INCORRECT_CATEGORY: "category",
  TAG_CONTENT_MISMATCH: "category",
  PROMOTIONAL: "promotional",
};

/** What its state means and what one can do, a sentence each. */
export function useWhatToDo(): (template: Template) => string[] {
  const { t } = useTranslation("templates");
  const { ago } = useFormat();
  const now = useNow();
  const categoryOf = (category: string) =>
    t(`category.${TEMPLATE_CATEGORIES.find((each) => each === category) ?? "other"}`);
  return (template) => {
    const { state, reason, pausedUntil, nextCategory, nextCategoryAt, previousCategory, quality } = template;
    const known = reason === null ? undefined : REASONS[reason.toUpperCase()];
    const lines: (string | false | null)[] = [
      state !== "approved" && t(`todo.${state}`, { word: template.providerState }),
      state === "paused" && pausedUntil && t("todo.pausedUntil", { time: ago(pausedUntil, now) }),
      (state === "rejected" || state === "disabled" || state === "paused") &&
        reason !== null &&
        t("todo.reason", { reason: known ? t(`reason.${known}`) : reason }),
      state === "approved" && quality === "low" && t("todo.quality"),
      nextCategory !== null &&
        t("todo.nextCategory", {
          category: categoryOf(nextCategory),
          time: nextCategoryAt ? ago(nextCategoryAt, now) : "",
        }),
      previousCategory !== null &&
        nextCategory === null &&
        state !== "deleted" &&
        t("todo.changedCategory", {
          category: categoryOf(template.category),
          before: categoryOf(previousCategory),
        }),
      template.definition.beyond.length > 0 &&
        t("todo.beyond", { parts: template.definition.beyond.join(", ") }),
    ];
    return lines.filter((line) => typeof line === "string");
  };
}
