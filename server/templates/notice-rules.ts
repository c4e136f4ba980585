/** What WhatsApp's notices say of templates, in any order and any number of times. Pure. */
import type { NoticeBody, TemplateNotice } from "./notices.ts";
import { qualityOf, stateOf, type TemplateFacts } from "./sync-rules.ts";

const HOUR_MS = 3_600_000;
/** As WhatsApp documents them: the first pause lasts three hours, the second six, the third is for good. */
const PAUSE_HOURS: Readonly<Record<string, number>> = { FIRST_PAUSE: 3, SECOND_PAUSE: 6 };
/** A change of category is announced a day ahead. */
const CATEGORY_NOTICE_MS = 24 * HOUR_MS;

/** The rows that stand otherwise after everything that was said. */
export function applyNotices(
  known: readonly TemplateFacts[],
  notices: readonly TemplateNotice[],
): TemplateFacts[] {
  const changed = new Map<string, TemplateFacts>();
  const sorted = [...notices].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const notice of sorted) {
    const { body } = notice;
    for (const row of known) {
      if (!isAbout(row, body)) continue;
      const before = changed.get(row.providerId) ?? row;
      const after = applyOne(before, notice.field, body, notice.at);
      if (after !== before) changed.set(row.providerId, after);
    }
  }
  return [...changed.values()];
}

/** Ids of 17 digits are rounded on their way through JSON numbers; name and language say the same. */
function isAbout(row: TemplateFacts, body: NoticeBody): boolean {
  if (body.message_template_id === row.providerId) return true;
  return (
    row.state !== "deleted" &&
    body.message_template_name === row.name &&
    body.message_template_language === row.language
  );
}

function applyOne(row: TemplateFacts, field: string, body: NoticeBody, at: Date): TemplateFacts {
  switch (field) {
    case "message_template_status_update":
      return body.event === undefined || at < row.stateAt ? row : withState(row, body, body.event, at);
    case "message_template_quality_update":
      if (body.new_quality_score === undefined || (row.qualityAt && at < row.qualityAt)) return row;
      return { ...row, quality: qualityOf(body.new_quality_score), qualityAt: at };
    case "template_category_update":
      return at < row.categoryAt ? row : withCategory(row, body, at);
    // Only the words are told, without examples: the list that is asked for after it brings the whole.
    default:
      return row;
  }
}

function withState(row: TemplateFacts, body: NoticeBody, event: string, at: Date): TemplateFacts {
  const providerState = event.toUpperCase();
  const state = stateOf(providerState);
  const hours = PAUSE_HOURS[body.other_info?.title?.toUpperCase() ?? ""];
  return {
    ...row,
    state,
    stateAt: at,
    providerState,
    reason: body.reason === undefined || /^none$/i.test(body.reason) ? null : body.reason,
    pausedUntil: state === "paused" && hours ? new Date(at.getTime() + hours * HOUR_MS) : null,
  };
}

function withCategory(row: TemplateFacts, body: NoticeBody, at: Date): TemplateFacts {
  const now = body.new_category?.toLowerCase();
  const due = body.correct_category?.toLowerCase();
  if (due !== undefined && due !== (now ?? row.category)) {
    const announced = Number(body.category_update_timestamp);
    const nextCategoryAt =
      announced > 0 ? new Date(announced * 1000) : new Date(at.getTime() + CATEGORY_NOTICE_MS);
    return { ...row, categoryAt: at, nextCategory: due, nextCategoryAt };
  }
  if (now === undefined) return row;
  const previous = body.previous_category?.toLowerCase();
  return {
    ...row,
    category: now,
    categoryAt: at,
    nextCategory: null,
    nextCategoryAt: null,
    previousCategory: previous !== undefined && previous !== now ? previous : row.previousCategory,
  };
}
