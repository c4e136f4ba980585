/** Templates through the Graph: list, hand in, change, delete. An answer is a union; nothing is thrown for it. */
import { z } from "zod";
import type { TemplateDefinition } from "../../shared/template.ts";
import { askGraph, type GraphAnswer, type GraphPlace } from "./graph.ts";
import { componentsOf, definitionOf } from "./template-definition.ts";

export type ListedTemplate = {
  providerId: string;
  name: string;
  language: string;
  category: string;
  /** Meta's own word. */
  status: string;
  reason: string | null;
  quality: string | null;
  previousCategory: string | null;
  definition: TemplateDefinition;
  components: unknown;
};

/** Why not. `subcode` and `said` are Meta's; `said` is what Meta would show to whoever writes templates. */
export type TemplateRefusal =
  | { kind: "refused"; status: number; code: number | null; subcode: number | null; said: string }
  | { kind: "unreachable" };

export type TemplatePage = { kind: "page"; templates: ListedTemplate[]; after: string | null };

const word = z.union([z.string(), z.number()]).transform(String);
const maybe = word.nullish().catch(null);
const Listed = z.object({
  id: word.refine((id) => id !== ""),
  name: word,
  language: word,
  category: maybe,
  status: maybe,
  rejected_reason: maybe,
  quality_score: z.object({ score: maybe }).nullish().catch(null),
  previous_category: maybe,
  parameter_format: maybe,
  components: z.unknown(),
});
const Page = z.object({
  // One that cannot be read must not hide the others.
  data: z.array(z.unknown()),
  paging: z
    .object({ cursors: z.object({ after: maybe }).nullish(), next: maybe })
    .nullish()
    .catch(null),
});

const FIELDS =
  "id,name,language,category,status,rejected_reason,quality_score,previous_category,parameter_format,components";
const PAGE_SIZE = 100;

export async function listTemplates(
  place: GraphPlace,
  accountId: string,
  after: string | null,
): Promise<TemplatePage | TemplateRefusal> {
  const answer = await askGraph(place, {
    path: `${accountId}/message_templates`,
    query: { fields: FIELDS, limit: String(PAGE_SIZE), ...(after !== null && { after }) },
  });
  if (answer.kind !== "ok") return refusalOf(answer);
  const page = Page.safeParse(answer.json);
  if (!page.success) return { kind: "unreachable" };
  const { data, paging } = page.data;
  return {
    kind: "page",
    templates: data.flatMap((each) => {
      const read = Listed.safeParse(each);
      return read.success ? [listedOf(read.data)] : [];
    }),
    // A cursor without a next page stands at the end.
    after: paging?.next ? (paging.cursors?.after ?? null) : null,
  };
}

function listedOf(read: z.infer<typeof Listed>): ListedTemplate {
  const reason = read.rejected_reason;
  return {
    providerId: read.id,
    name: read.name,
    language: read.language,
    category: (read.category ?? "utility").toLowerCase(),
    status: (read.status ?? "UNKNOWN").toUpperCase(),
    reason: reason && !/^none$/i.test(reason) ? reason : null,
    quality: read.quality_score?.score ?? null,
    previousCategory: read.previous_category?.toLowerCase() ?? null,
    definition: definitionOf(read.components, read.parameter_format ?? undefined),
    components: read.components ?? [],
  };
}

const Made = z.object({ id: word, status: maybe, category: maybe });

export type MadeTemplate = { kind: "made"; providerId: string; status: string; category: string | null };

export async function createTemplate(
  place: GraphPlace,
  accountId: string,
  draft: { name: string; language: string; category: string; definition: TemplateDefinition },
): Promise<MadeTemplate | TemplateRefusal> {
  const answer = await askGraph(place, {
    method: "POST",
    path: `${accountId}/message_templates`,
    body: {
      name: draft.name,
      language: draft.language,
      category: draft.category.toUpperCase(),
      ...(draft.definition.variables === "named" && { parameter_format: "named" }),
      components: componentsOf(draft.definition),
    },
  });
  if (answer.kind !== "ok") return refusalOf(answer);
  const made = Made.safeParse(answer.json);
  if (!made.success) return { kind: "unreachable" };
  const { id, status, category } = made.data;
  return {
    kind: "made",
    providerId: id,
    status: (status ?? "PENDING").toUpperCase(),
    category: category?.toLowerCase() ?? null,
  };
}

export async function editTemplate(
  place: GraphPlace,
  providerId: string,
  change: { category?: string; definition: TemplateDefinition },
): Promise<{ kind: "done" } | TemplateRefusal> {
  const answer = await askGraph(place, {
    method: "POST",
    path: providerId,
    body: {
      ...(change.category !== undefined && { category: change.category.toUpperCase() }),
      components: componentsOf(change.definition),
    },
  });
  return answer.kind === "ok" ? { kind: "done" } : refusalOf(answer);
}

/** @param providerId of one language; null for all of the name */
export async function deleteTemplate(
  place: GraphPlace,
  accountId: string,
  name: string,
  providerId: string | null,
): Promise<{ kind: "done" } | TemplateRefusal> {
  const answer = await askGraph(place, {
    method: "DELETE",
    path: `${accountId}/message_templates`,
    query: { name, ...(providerId !== null && { hsm_id: providerId }) },
  });
  return answer.kind === "ok" ? { kind: "done" } : refusalOf(answer);
}

const Told = z.object({
  error: z.object({ error_user_title: maybe, error_user_msg: maybe }),
});

function refusalOf(answer: Exclude<GraphAnswer, { kind: "ok" }>): TemplateRefusal {
  if (answer.kind === "unreachable" || answer.code === null) return { kind: "unreachable" };
  const told = Told.safeParse(answer.json);
  const { error_user_title: title, error_user_msg: message } = told.success
    ? told.data.error
    : { error_user_title: null, error_user_msg: null };
  return {
    kind: "refused",
    status: answer.status,
    code: answer.code,
    subcode: answer.subcode,
    said: (message || title || answer.detail).replace(/\d{9,}/g, "…").slice(0, 400),
  };
}
