/** Templates of an account: listed by pages, made, edited, deleted, and reviewed after a while. */
import { z } from "zod";
import type { Account } from "./accounts.ts";
import { type Call, page, pickFields, readParameters, readWith } from "./graph-call.ts";
import { GraphError } from "./graph-error.ts";
import type { Sim } from "./sim.ts";
import { type Definition, readDefinition, type Template } from "./template-rules.ts";
import { changeTemplate } from "./template-state.ts";
import { DAY_MS } from "./world.ts";

const HOUR_MS = 3_600_000;
const MOST_AN_HOUR = 100;
const MOST_TEMPLATES = 250;
const NAME_BLOCKED_MS = 30 * DAY_MS;
const DEFAULT_FIELDS = "name,parameter_format,components,language,status,category,id";
const EDITABLE = new Set(["APPROVED", "REJECTED", "PAUSED"]);

export type Found = { account: Account; template: Template };

export function templateById(sim: Sim, id: string): Found | null {
  for (const account of sim.platform.accounts.values()) {
    const template = account.templates.find((known) => known.id === id);
    if (template) return { account, template };
  }
  return null;
}

export function showTemplateFields(template: Template, fields: string | undefined): Record<string, unknown> {
  const all = {
    name: template.name,
    parameter_format: template.parameterFormat,
    components: template.components,
    language: template.language,
    status: template.status,
    category: template.category,
    id: template.id,
    quality_score: { score: template.quality, date: Math.floor(template.updatedAt / 1000) },
    rejected_reason: template.reason ?? "NONE",
    last_updated_time: new Date(template.updatedAt).toISOString(),
  };
  return pickFields(all, fields || DEFAULT_FIELDS);
}

export function listTemplates(sim: Sim, call: Call, account: Account): object {
  const { query } = call;
  const isWanted = (value: string, wanted: string | undefined) =>
    wanted === undefined || listOf(wanted).includes(value.toUpperCase());
  const search = (query.name_or_content ?? query.content ?? "").toLowerCase();
  const templates = account.templates.filter(
    (template) =>
      (query.name === undefined || template.name.includes(query.name)) &&
      isWanted(template.status, query.status) &&
      isWanted(template.category, query.category) &&
      isWanted(template.language, query.language) &&
      isWanted(template.quality, query.quality_score) &&
      JSON.stringify([template.name, template.components]).toLowerCase().includes(search),
  );
  const shown = templates.map((template) => showTemplateFields(template, query.fields));
  return page(shown, call, `${sim.url}/v26.0/${account.id}/message_templates`);
}

export function createTemplate(sim: Sim, call: Call, account: Account): object {
  const now = sim.clock.now().getTime();
  const read = readDefinition(readParameters(call));
  if (read.kind === "refuse") throw new GraphError(read.refusal);
  refuseIfTaken(account, read.definition, now);
  account.templatesMadeAt = account.templatesMadeAt.filter((at) => now - at < HOUR_MS);
  if (account.templatesMadeAt.length >= MOST_AN_HOUR) {
    throw new GraphError({ code: 80007, details: "Over 100 templates were made in this hour" });
  }
  if (account.templates.length >= MOST_TEMPLATES) {
    throw new GraphError({ code: 100, subcode: 2388019, details: `There are ${MOST_TEMPLATES} templates` });
  }
  account.templatesMadeAt.push(now);
  sim.world.counter += 1;
  const { name, language, category, parameter_format: parameterFormat, components } = read.definition;
  const template: Template = {
    id: `8${String(now).slice(-9)}${String(sim.world.counter % 1_000_000).padStart(6, "0")}`,
    name,
    language,
    category,
    parameterFormat,
    components,
    status: "PENDING",
    reason: null,
    quality: "UNKNOWN",
    editedAt: [],
    updatedAt: now,
  };
  account.templates.push(template);
  startReview(sim, account, template);
  return { id: template.id, status: template.status, category };
}

function refuseIfTaken(account: Account, { name, language }: Definition, now: number): void {
  if (account.templates.some((known) => known.name === name && known.language === language)) {
    const details = "There is already content in this language for this template";
    throw new GraphError({ code: 100, subcode: 2388024, details });
  }
  if ((account.namesBlockedUntil[name] ?? 0) > now) {
    const details = "A template of this name was deleted less than 30 days ago";
    throw new GraphError({ code: 100, subcode: 2388023, details });
  }
}

/** As the settings say at the time of the decision, so that a test can hold it and then let it go. */
function startReview(sim: Sim, account: Account, template: Template): void {
  const { reviewMs } = sim.settings();
  sim.timers.after(reviewMs, () => {
    if (template.status !== "PENDING" || !account.templates.includes(template)) return;
    const { review } = sim.settings();
    if (review === "hold") return;
    const isFine = review === "approve" && !template.name.startsWith("reject_");
    changeTemplate(
      sim,
      account,
      template,
      isFine ? { status: "APPROVED" } : { status: "REJECTED", reason: "INVALID_FORMAT" },
    );
  });
}

/** After a restart: what was under review goes on being so. */
export function resumeReviews(sim: Sim): void {
  for (const account of sim.platform.accounts.values()) {
    for (const template of account.templates) {
      if (template.status === "PENDING") startReview(sim, account, template);
    }
  }
}

const Edit = z.looseObject({ components: z.unknown().optional(), category: z.string().optional() });

/** `/{template}`: reading one, and editing it, which replaces all its components and starts a review. */
export function answerTemplate(sim: Sim, call: Call, { account, template }: Found): object {
  if (call.method === "GET") return showTemplateFields(template, call.query.fields);
  if (call.method === "DELETE") {
    remove(account, [template], sim.clock.now().getTime());
    return { success: true };
  }
  const now = sim.clock.now().getTime();
  const given = readWith(Edit, readParameters(call));
  refuseIfNotEditable(template, now);
  const read = readDefinition({
    name: template.name,
    language: template.language,
    category: given.category ?? template.category,
    parameter_format: template.parameterFormat,
    components: given.components ?? template.components,
  });
  if (read.kind === "refuse") throw new GraphError(read.refusal);
  if (template.status === "APPROVED" && read.definition.category !== template.category) {
    throw new GraphError({ code: 100, details: "The category of an approved template cannot be edited" });
  }
  if (template.status === "APPROVED") template.editedAt.push(now);
  template.components = read.definition.components;
  template.category = read.definition.category;
  template.status = "PENDING";
  template.updatedAt = now;
  startReview(sim, account, template);
  return { success: true };
}

/** An approved one once a day and ten times in thirty days. */
function refuseIfNotEditable(template: Template, now: number): void {
  if (!EDITABLE.has(template.status)) {
    throw new GraphError({ code: 100, details: `A template that is ${template.status} cannot be edited` });
  }
  if (template.status !== "APPROVED") return;
  const lately = template.editedAt.filter((at) => now - at < 30 * DAY_MS);
  if (lately.length >= 10 || lately.some((at) => now - at < DAY_MS)) {
    const details = "An approved template can be edited once in 24 hours and ten times in 30 days";
    throw new GraphError({ code: 100, subcode: 2388050, details });
  }
}

/** By name all its languages; with `hsm_id` or `language` just one of them. */
export function deleteTemplates(sim: Sim, call: Call, account: Account): object {
  const { name, hsm_id: id, language } = call.query;
  if (!name && !id) throw new GraphError({ code: 100, details: "The parameter name is required." });
  const gone = account.templates.filter(
    (template) =>
      (!name || template.name === name) &&
      (!id || template.id === id) &&
      (!language || template.language === language),
  );
  if (gone.length === 0) {
    throw new GraphError({ code: 100, subcode: 2593002, details: "There is no such template" });
  }
  remove(account, gone, sim.clock.now().getTime());
  return { success: true };
}

function remove(account: Account, gone: readonly Template[], now: number): void {
  for (const template of gone) {
    if (template.status === "APPROVED") account.namesBlockedUntil[template.name] = now + NAME_BLOCKED_MS;
  }
  account.templates = account.templates.filter((template) => !gone.includes(template));
}

/** `["A","B"]`, `A,B` or `A`. */
function listOf(wanted: string): string[] {
  return wanted
    .replace(/[[\]"\s]/g, "")
    .toUpperCase()
    .split(",");
}
