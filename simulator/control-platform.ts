/** Control of the business's side: its numbers and accounts, tokens, templates, and people who cannot be reached. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { type Account, addAccount, addNumber, type BusinessNumber } from "./accounts.ts";
import { ControlError } from "./control-error.ts";
import { readBody } from "./control-input.ts";
import { templateById } from "./graph-templates.ts";
import type { Sim } from "./sim.ts";
import { Definition, TEMPLATE_STATUSES, type Template } from "./template-rules.ts";
import { seedTemplates } from "./template-seed.ts";
import { changeTemplate } from "./template-state.ts";
import { newToken } from "./tokens.ts";

const Digits = z.string().regex(/^\d+$/, "digits");
const NumberChange = z
  .object({
    name: z.string().min(1).optional(),
    quality: z.enum(["GREEN", "YELLOW", "RED"]).optional(),
    throughput: z.number().int().min(0).nullable().optional(),
    isOnBizApp: z.boolean().optional(),
    isVerified: z.boolean().optional(),
    isRegistered: z.boolean().optional(),
    deliveries: z.number().int().min(0).optional(),
  })
  .strict();
const NewNumber = NumberChange.omit({ deliveries: true }).extend({
  id: Digits,
  account: Digits.optional(),
  displayNumber: Digits.optional(),
});
const NewToken = z
  .object({
    token: z.string().min(1),
    permissions: z.array(z.string()).optional(),
    accounts: z.array(z.string()).nullable().optional(),
    expiresAt: z.iso.datetime({ offset: true }).nullable().optional(),
    isRevoked: z.boolean().optional(),
  })
  .strict();
const TemplateChange = z
  .object({
    status: z.enum(TEMPLATE_STATUSES).optional(),
    reason: z.string().nullable().optional(),
    quality: z.enum(["GREEN", "YELLOW", "RED", "UNKNOWN"]).optional(),
    category: z.enum(["AUTHENTICATION", "MARKETING", "UTILITY"]).optional(),
  })
  .strict();
const Trouble = z.object({ code: z.number().int(), late: z.boolean().default(true) }).strict();

export function routePlatform(app: FastifyInstance, sim: Sim): void {
  app.get("/numbers", () => ({
    numbers: [...sim.platform.numbers.values()].map((number) => showNumber(sim, number)),
  }));
  app.post("/numbers", (request, reply) => {
    const { id, account, displayNumber, ...rest } = readBody(request, NewNumber);
    if (sim.platform.numbers.has(id)) throw new ControlError("conflict", "There is such a number already.");
    const accountId = account ?? sim.business.account;
    seedTemplates(addAccount(sim.platform, accountId));
    const display = displayNumber === undefined ? {} : { display: displayNumber };
    const now = sim.clock.now().getTime();
    const number = addNumber(sim.platform, { id, accountId, ...display }, now);
    Object.assign(number, defined(rest));
    return reply.code(201).send(showNumber(sim, number));
  });
  app.patch("/numbers/:id", (request) => {
    const number = numberIn(sim, request.params);
    const { deliveries, ...rest } = readBody(request, NumberChange);
    const now = sim.clock.now().getTime();
    if (rest.isOnBizApp && !number.isOnBizApp) Object.assign(number, { onboardedAt: now, synced: [] });
    Object.assign(number, defined(rest));
    if (deliveries !== undefined) tallyOf(sim, number).count = deliveries;
    return showNumber(sim, number);
  });

  app.get("/tokens", () => ({ tokens: [...sim.tokens.values()] }));
  app.post("/tokens", (request, reply) => {
    const { token: value, expiresAt, ...rest } = readBody(request, NewToken);
    const known = sim.tokens.get(value) ?? newToken(value);
    const expiry =
      expiresAt === undefined ? {} : { expiresAt: expiresAt === null ? null : Date.parse(expiresAt) };
    const token = { ...known, ...defined(rest), ...expiry };
    sim.tokens.set(value, token);
    return reply.code(201).send(token);
  });

  app.get("/templates", () => ({
    templates: [...sim.platform.accounts.values()].flatMap(({ id: account, templates }) =>
      templates.map((template) => ({ account, ...template })),
    ),
  }));
  app.post("/templates", (request, reply) => {
    const given = readBody(request, Definition.and(z.object({ account: Digits.optional() })));
    const account = accountIn(sim, given.account ?? sim.business.account);
    const template = addTemplate(sim, account, given);
    return reply.code(201).send({ account: account.id, ...template });
  });
  app.post("/templates/:id", (request) => {
    const { id } = z.object({ id: z.string() }).parse(request.params);
    const found = templateById(sim, id);
    if (!found) throw new ControlError("not_found", "There is no such template.");
    changeTemplate(sim, found.account, found.template, defined(readBody(request, TemplateChange)));
    return { account: found.account.id, ...found.template };
  });

  app.get("/troubles", () => ({
    troubles: [...sim.troubles].map(([who, trouble]) => ({ who, ...trouble })),
  }));
  app.put("/troubles/:who", (request) => {
    const { who } = z.object({ who: z.string() }).parse(request.params);
    const trouble = readBody(request, Trouble);
    sim.troubles.set(who, trouble);
    return { who, ...trouble };
  });
  app.delete("/troubles/:who", (request) => {
    const { who } = z.object({ who: z.string() }).parse(request.params);
    return { ok: sim.troubles.delete(who) };
  });
}

/** Approved at once, whatever the rules say of it: for tests that need one. */
function addTemplate(sim: Sim, account: Account, definition: Definition): Template {
  const { name, language, category, parameter_format: parameterFormat, components } = definition;
  account.templates = account.templates.filter((known) => known.name !== name || known.language !== language);
  const now = sim.clock.now().getTime();
  sim.world.counter += 1;
  const template: Template = {
    id: `8${String(now).slice(-9)}${String(sim.world.counter % 1_000_000).padStart(6, "0")}`,
    name,
    language,
    category,
    parameterFormat,
    components,
    status: "APPROVED",
    reason: null,
    quality: "UNKNOWN",
    editedAt: [],
    updatedAt: now,
  };
  account.templates.push(template);
  return template;
}

function showNumber(sim: Sim, number: BusinessNumber): object {
  const { id, accountId, display, name, quality, throughput, isOnBizApp, isVerified, isRegistered } = number;
  return {
    id,
    account: accountId,
    displayNumber: display,
    name,
    quality,
    throughput,
    isOnBizApp,
    isVerified,
    isRegistered,
    deliveries: tallyOf(sim, number).count,
    blocked: number.blocked,
  };
}

function tallyOf(sim: Sim, number: BusinessNumber): { month: string; count: number } {
  return number.id === sim.business.number ? sim.world.serviceDeliveries : number.deliveries;
}

function numberIn(sim: Sim, params: unknown): BusinessNumber {
  const { id } = z.object({ id: z.string() }).parse(params);
  const number = sim.platform.numbers.get(id);
  if (!number) throw new ControlError("not_found", "There is no such number.");
  return number;
}

function accountIn(sim: Sim, id: string): Account {
  const account = sim.platform.accounts.get(id);
  if (!account) throw new ControlError("not_found", "There is no such account.");
  return account;
}

/** What was said, without what was left out. */
function defined<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
