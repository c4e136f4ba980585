/** Templates handed in, changed and deleted: WhatsApp first, our row when it has agreed. */
import type { z } from "zod";
import type { Template, templatesApi } from "../../shared/api/templates.ts";
import { TemplateDefinition } from "../../shared/template.ts";
import { validateTemplate } from "../../shared/template-check.ts";
import { UserError } from "../errors.ts";
import type { Actor } from "../http/route.ts";
import { addJobs } from "../jobs/add.ts";
import { announce } from "../live/changes.ts";
import { audit } from "../people/audit.ts";
import type { GraphPlace } from "../whatsapp/graph.ts";
import { componentsOf } from "../whatsapp/template-definition.ts";
import { createTemplate, deleteTemplate, editTemplate } from "../whatsapp/templates.ts";
import { mayEdit } from "./edit-rules.ts";
import { refusedByWhatsapp } from "./refusals.ts";
import { readTemplate, templateRow } from "./shown.ts";
import { placeOf, syncJob, type TemplateParts } from "./sync.ts";
import { stateOf, type TemplateFacts } from "./sync-rules.ts";
import { addEdit, lockFacts, writeFacts } from "./sync-store.ts";

export type Asking = { by: Actor; address: string };

type NewTemplate = z.infer<(typeof templatesApi)["createTemplate"]["body"]>;

export async function handIn(
  parts: TemplateParts,
  { businessAccountId, draft }: NewTemplate,
  asking: Asking,
): Promise<Template> {
  const { db, clock } = parts.system;
  const place = placeFor(parts, businessAccountId);
  checked(draft);
  const made = await createTemplate(place, businessAccountId, draft);
  if (made.kind !== "made") throw refusedByWhatsapp(made);
  const now = clock.now();
  const row: TemplateFacts = {
    providerId: made.providerId,
    name: draft.name,
    language: draft.language,
    // WhatsApp may put it where it thinks it belongs.
    category: made.category ?? draft.category,
    previousCategory: made.category && made.category !== draft.category ? draft.category : null,
    state: stateOf(made.status),
    stateAt: now,
    providerState: made.status,
    definition: draft.definition,
    components: componentsOf(draft.definition),
    componentsAt: now,
    reason: null,
    quality: null,
    qualityAt: null,
    pausedUntil: null,
    categoryAt: now,
    nextCategory: null,
    nextCategoryAt: null,
    syncedAt: now,
  };
  const id = await db.transaction(async (tx) => {
    await lockFacts(tx, businessAccountId);
    const [written = 0] = await writeFacts(tx, businessAccountId, [row], now);
    await audit(tx, act(asking, now, "template.created", written));
    await announce(tx, ["templates"]);
    return written;
  });
  return readTemplate(db, parts.numbers, id, now);
}

type Change = z.infer<(typeof templatesApi)["editTemplate"]["body"]>;

export async function changeTemplate(
  parts: TemplateParts,
  id: number,
  change: Change,
  asking: Asking,
): Promise<Template> {
  const { db, clock } = parts.system;
  const row = await templateRow(db, id);
  const { businessAccountId, providerId, name, language, state, edits } = row;
  const place = placeFor(parts, businessAccountId);
  const verdict = mayEdit(
    { state, edits, definition: TemplateDefinition.parse(row.definition) },
    true,
    clock.now(),
  );
  if (!verdict.may)
    throw new UserError(
      "conflict",
      "This template cannot be changed now. Its page says why and when it can.",
      {
        code: `template_edit_${verdict.why}`,
        detail: { freeAt: verdict.freeAt?.toISOString() ?? null },
      },
    );
  checked({ name, language, category: change.category ?? "utility", definition: change.definition });
  const isOtherCategory = change.category !== undefined && change.category !== row.category;
  const answer = await editTemplate(place, providerId, {
    definition: change.definition,
    ...(isOtherCategory && change.category && { category: change.category }),
  });
  if (answer.kind !== "done") throw refusedByWhatsapp(answer);
  const now = clock.now();
  await db.transaction(async (tx) => {
    const old = (await lockFacts(tx, businessAccountId)).find((each) => each.providerId === providerId);
    if (old)
      await writeFacts(
        tx,
        businessAccountId,
        [
          {
            ...old,
            definition: change.definition,
            components: componentsOf(change.definition),
            componentsAt: now,
            state: "pending",
            stateAt: now,
            providerState: "PENDING",
            reason: null,
            pausedUntil: null,
          },
        ],
        now,
      );
    if (state === "approved") await addEdit(tx, id, now);
    await audit(tx, act(asking, now, "template.changed", id));
    // What it became at once: some changes need no review.
    await addJobs(tx, [syncJob(businessAccountId, SOON_MS)]);
    await announce(tx, ["templates"]);
  });
  return readTemplate(db, parts.numbers, id, now);
}

const SOON_MS = 3_000;

export async function removeTemplate(
  parts: TemplateParts,
  id: number,
  languages: "this" | "all",
  asking: Asking,
): Promise<void> {
  const { db, clock } = parts.system;
  const { businessAccountId, providerId, name } = await templateRow(db, id);
  const place = placeFor(parts, businessAccountId);
  const answer = await deleteTemplate(
    place,
    businessAccountId,
    name,
    languages === "all" ? null : providerId,
  );
  if (answer.kind !== "done") throw refusedByWhatsapp(answer);
  const now = clock.now();
  await db.transaction(async (tx) => {
    const gone = (await lockFacts(tx, businessAccountId)).filter((each) =>
      languages === "all" ? each.name === name : each.providerId === providerId,
    );
    await writeFacts(
      tx,
      businessAccountId,
      gone.map((each) => ({ ...each, state: "deleted", stateAt: now, providerState: "DELETED" })),
      now,
    );
    await audit(tx, act(asking, now, "template.deleted", id));
    await announce(tx, ["templates"]);
  });
}

function placeFor(parts: TemplateParts, accountId: string): GraphPlace {
  const place = placeOf(parts.numbers, accountId);
  if (place) return place;
  throw new UserError(
    "conflict",
    "No number of this business account has a token that opens. Enter one under Numbers.",
    { code: "template_no_access" },
  );
}

function checked(draft: Parameters<typeof validateTemplate>[0]): void {
  const problems = validateTemplate(draft);
  const [first] = problems;
  if (!first) return;
  throw new UserError("bad_request", `WhatsApp would refuse this template: ${first.field} ${first.code}.`, {
    code: "template_invalid",
    detail: { problems },
  });
}

const act = ({ by, address }: Asking, at: Date, action: string, id: number) => ({
  at,
  by,
  action,
  subject: { kind: "template", id },
  address,
});
