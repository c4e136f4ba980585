/** What the variables of a template may be filled with in a conversation, and what was chosen for them last. */
import type { z } from "zod";
import type { templatesApi } from "../../shared/api/templates.ts";
import { FILL_SOURCES, type FillValues } from "../../shared/filling.ts";
import { TemplateDefinition } from "../../shared/template.ts";
import type { Db } from "../db/pool.ts";
import type { Actor } from "../http/route.ts";
import { selectFacts } from "./facts-store.ts";
import { inLanguage, likelyLanguages, localeOf, suggestValues, valuesOf } from "./fill-rules.ts";
import { templateRow } from "./shown.ts";
import { listSources, writeSources } from "./store.ts";

type About = { conversationId: number | null; requestId: number | null; contactId: number | null };
type Suggested = z.input<(typeof templatesApi)["suggestTemplateValues"]["output"]>;

export async function suggestForTemplate(
  db: Db,
  id: number,
  about: About & { timeZone: string },
  actor: Actor,
): Promise<Suggested> {
  const row = await templateRow(db, id);
  const [facts, before] = await Promise.all([selectFacts(db, about), listSources(db, id)]);
  const way = { locale: localeOf(row.language), timeZone: about.timeZone, me: nameOf(actor) };
  const values = facts ? valuesOf(facts, way) : {};
  return {
    values: suggestValues(TemplateDefinition.parse(row.definition), values, before),
    sources: FILL_SOURCES.flatMap((source) => {
      const value = values[source];
      return value ? [{ source, value }] : [];
    }),
  };
}

type Chosen = z.infer<(typeof templatesApi)["rememberTemplateSources"]["body"]>["sources"];

export async function rememberSources(tx: Db, id: number, chosen: Chosen, now: Date): Promise<void> {
  await templateRow(tx, id);
  const byKey = new Map(chosen.map((each) => [each.key, each]));
  await writeSources(
    tx,
    id,
    [...byKey.values()].map(({ key, source, value }) => ({
      variable: key,
      source,
      fixed: source === "fixed" ? (value ?? "") : null,
    })),
    now,
  );
}

/** For quick replies: one text of several languages, filled in. */
export async function openFilling(
  db: Db,
  about: About & { timeZone: string },
  actor: Actor,
): Promise<{
  choose<Text extends { language: string }>(texts: readonly Text[]): Text | undefined;
  valuesFor(language: string): FillValues;
}> {
  const facts = await selectFacts(db, about);
  const own = actor.kind === "account" ? actor.locale : null;
  const wanted = facts ? likelyLanguages(facts, own) : [];
  return {
    choose: (texts) => inLanguage(texts, wanted),
    valuesFor: (language) =>
      facts
        ? valuesOf(facts, { locale: localeOf(language), timeZone: about.timeZone, me: nameOf(actor) })
        : {},
  };
}

const nameOf = (actor: Actor): string | null => (actor.kind === "account" ? actor.name : null);
