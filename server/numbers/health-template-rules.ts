/** What WhatsApp said about message templates, one finding for all that stand alike. Pure. */
import { FINDINGS, type FindingCode, type HealthFinding } from "../../shared/number-health.ts";
import type { HealthNotice } from "./health-notices.ts";

const STANDS: Record<string, FindingCode> = {
  REJECTED: "templates_rejected",
  PAUSED: "templates_paused",
  DISABLED: "templates_disabled",
  FLAGGED: "templates_flagged",
  LIMIT_EXCEEDED: "templates_flagged",
  LOCKED: "templates_flagged",
};
const GONE = new Set(["DELETED", "PENDING_DELETION", "ARCHIVED"]);
const MOST_NAMES = 5;
const CATEGORY_WORTH_MS = 30 * 86_400_000;

type Standing = { at: Date; name: string };

/** @param sorted by time */
export function findingsOfTemplates(sorted: readonly HealthNotice[], now: Date): HealthFinding[] {
  const status = new Map<string, Standing & { event: string }>();
  const quality = new Map<string, Standing & { score: string }>();
  const category = new Map<string, Standing & { to: string }>();
  for (const { field, at, event, template } of sorted) {
    if (!template) continue;
    const { id, name } = template;
    if (field === "message_template_status_update" && event) status.set(id, { at, name, event });
    if (template.quality) quality.set(id, { at, name, score: template.quality });
    if (field === "template_category_update") {
      if (template.category) category.set(id, { at, name, to: template.category[1] });
      else category.delete(id);
    }
  }
  const groups = new Map<FindingCode, Standing[]>();
  const put = (code: FindingCode, standing: Standing) =>
    groups.set(code, [...(groups.get(code) ?? []), standing]);
  for (const standing of status.values()) {
    const code = STANDS[standing.event];
    if (code) put(code, standing);
  }
  const isHere = (id: string) => !GONE.has(status.get(id)?.event ?? "");
  for (const [id, standing] of quality)
    if (standing.score === "RED" && isHere(id)) put("templates_low_quality", standing);
  for (const [id, standing] of category)
    if (isHere(id) && now.getTime() - standing.at.getTime() < CATEGORY_WORTH_MS)
      put("templates_category", { ...standing, name: `${standing.name} (${standing.to})` });
  return [...groups].map(([code, standing]) => findingOf(code, standing));
}

function findingOf(code: FindingCode, standing: readonly Standing[]): HealthFinding {
  const names = [...new Set(standing.map(({ name }) => name))].sort();
  return {
    code,
    level: FINDINGS[code].level,
    since: new Date(Math.min(...standing.map(({ at }) => at.getTime()))),
    facts: {
      count: standing.length,
      names: names.slice(0, MOST_NAMES).join(", ") + (names.length > MOST_NAMES ? ", …" : ""),
    },
    whatToDo: FINDINGS[code].whatToDo,
  };
}
