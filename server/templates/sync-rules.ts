/** What a listing means for what we knew: the latest word on each thing wins, whichever way it came. Pure. */
import type { TemplateDefinition, TemplateState } from "../../shared/template.ts";
import type { ListedTemplate, TemplateRefusal } from "../whatsapp/templates.ts";

export type Quality = "high" | "medium" | "low";

/** Everything WhatsApp says of a template. */
export type TemplateFacts = {
  providerId: string;
  name: string;
  language: string;
  category: string;
  state: TemplateState;
  stateAt: Date;
  providerState: string;
  definition: TemplateDefinition;
  components: unknown;
  componentsAt: Date;
  reason: string | null;
  quality: Quality | null;
  qualityAt: Date | null;
  pausedUntil: Date | null;
  categoryAt: Date;
  nextCategory: string | null;
  nextCategoryAt: Date | null;
  previousCategory: string | null;
  syncedAt: Date;
};

const STATES: Readonly<Record<string, TemplateState>> = {
  APPROVED: "approved",
  REINSTATED: "approved",
  UNPAUSED: "approved",
  UNARCHIVED: "approved",
  // It may still be sent; low quality is said beside it.
  FLAGGED: "approved",
  PENDING: "pending",
  IN_APPEAL: "pending",
  REJECTED: "rejected",
  PAUSED: "paused",
  DISABLED: "disabled",
  LIMIT_EXCEEDED: "disabled",
  LOCKED: "disabled",
  DELETED: "deleted",
  PENDING_DELETION: "deleted",
  ARCHIVED: "deleted",
};

export const stateOf = (providerState: string): TemplateState =>
  STATES[providerState.toUpperCase()] ?? "unknown";

const QUALITIES: Readonly<Record<string, Quality>> = { GREEN: "high", YELLOW: "medium", RED: "low" };
export const qualityOf = (score: string | null): Quality | null =>
  QUALITIES[(score ?? "").toUpperCase()] ?? null;

/** The rows that are new or otherwise than before; `begunAt` is when the listing was asked for. */
export function mergeListing(
  known: readonly TemplateFacts[],
  listed: readonly ListedTemplate[],
  begunAt: Date,
): TemplateFacts[] {
  const byId = new Map(known.map((row) => [row.providerId, row]));
  const seen = new Set(listed.map(({ providerId }) => providerId));
  return [
    ...listed.map((each) => mergeOne(byId.get(each.providerId), each, begunAt)),
    ...known
      .filter(
        ({ providerId, state, syncedAt }) =>
          !seen.has(providerId) && state !== "deleted" && syncedAt < begunAt,
      )
      .map(
        (row): TemplateFacts => ({ ...row, state: "deleted", stateAt: begunAt, providerState: "DELETED" }),
      ),
  ];
}

function mergeOne(old: TemplateFacts | undefined, listed: ListedTemplate, begunAt: Date): TemplateFacts {
  const state = stateOf(listed.status);
  const quality = qualityOf(listed.quality);
  const { providerId, name, language } = listed;
  const fresh: TemplateFacts = {
    providerId,
    name,
    language,
    category: listed.category,
    state,
    stateAt: begunAt,
    providerState: listed.status,
    definition: listed.definition,
    components: listed.components,
    componentsAt: begunAt,
    reason: listed.reason,
    quality,
    qualityAt: quality && begunAt,
    pausedUntil: null,
    categoryAt: begunAt,
    nextCategory: null,
    nextCategoryAt: null,
    previousCategory: listed.previousCategory,
    syncedAt: begunAt,
  };
  if (!old) return fresh;
  const row: TemplateFacts = { ...fresh, syncedAt: later(old.syncedAt, begunAt) };
  // Since when it stands so is older than this listing; and what was said after the listing began is newer.
  if (old.state === state || old.stateAt > begunAt) {
    row.state = old.state;
    row.stateAt = old.stateAt;
    row.pausedUntil = old.pausedUntil;
    if (old.stateAt > begunAt) row.providerState = old.providerState;
    row.reason = old.stateAt > begunAt ? old.reason : (listed.reason ?? old.reason);
  }
  if (old.qualityAt && (old.qualityAt > begunAt || old.quality === quality)) {
    row.quality = old.quality;
    row.qualityAt = old.qualityAt;
  }
  if (old.componentsAt > begunAt) {
    row.definition = old.definition;
    row.components = old.components;
    row.componentsAt = old.componentsAt;
  }
  if (old.categoryAt > begunAt || old.category === listed.category) {
    row.category = old.category;
    row.categoryAt = old.categoryAt;
    row.nextCategory = old.nextCategory;
    row.nextCategoryAt = old.nextCategoryAt;
    row.previousCategory = old.previousCategory ?? listed.previousCategory;
  } else row.previousCategory = listed.previousCategory ?? old.category;
  return row;
}

const later = (a: Date, b: Date): Date => (a > b ? a : b);

/** Whether screens would show it otherwise. */
export function isOtherwise(old: TemplateFacts | undefined, row: TemplateFacts): boolean {
  const { syncedAt: _a, componentsAt: _b, ...seen } = row;
  if (!old) return true;
  const { syncedAt: _c, componentsAt: _d, ...was } = old;
  return canonical(seen) !== canonical(was);
}

/** The database gives objects back with their fields in an order of its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inside: unknown) =>
    typeof inside === "object" && inside !== null && !Array.isArray(inside)
      ? Object.fromEntries(Object.entries(inside).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inside,
  );
}

export type SyncTrouble = "token" | "permission" | "limit" | "unreachable" | "refused";

const LIMITS = new Set([4, 17, 613, 80007, 80008]);

export function troubleOf(refusal: TemplateRefusal): SyncTrouble {
  if (refusal.kind === "unreachable") return "unreachable";
  const code = refusal.code ?? -1;
  if (code === 0 || code === 190) return "token";
  if (code === 3 || code === 10 || code === 131005 || (code >= 200 && code <= 299)) return "permission";
  if (LIMITS.has(code)) return "limit";
  return refusal.status >= 500 ? "unreachable" : "refused";
}

/** The place in the list is not known any more: begin again. */
export const isLostPlace = (refusal: TemplateRefusal): boolean =>
  refusal.kind === "refused" && refusal.code === 131059;
