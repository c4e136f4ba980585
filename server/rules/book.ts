/** Rules of the house: written, put into order, switched on once tried, taken away and brought back. */
import type { z } from "zod";
import type { Rule, RuleBook, rulesApi, WrittenRule } from "../../shared/api/rules.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { isTimeZone } from "../first-words/rules.ts";
import type { Actor } from "../http/route.ts";
import { announce } from "../live/changes.ts";
import { audit } from "../people/audit.ts";
import { digestOf } from "./digest.ts";
import { readHouse } from "./house-store.ts";
import { type House, missingIn } from "./ready-rules.ts";
import {
  findRule,
  hasTrial,
  insertRule,
  listRemoved,
  listRules,
  lockOrder,
  lockRule,
  type RuleRow,
  switchRow,
  updateRule,
  writeArchived,
  writeOrder,
} from "./store.ts";

export type Asking = { by: Actor; address: string; now: Date };

/** As long as one may want a rule back without asking a backup. */
const REMOVED_MS = 30 * 24 * 60 * 60_000;

export async function readBook(db: Db, now: Date): Promise<RuleBook> {
  const [rows, removed, house] = await Promise.all([
    listRules(db),
    listRemoved(db, new Date(now.getTime() - REMOVED_MS)),
    readHouse(db),
  ]);
  return {
    rules: rows.map((row) => shown(row, house)),
    removed: removed.map(({ id, name, archivedAt, archivedBy }) => ({
      ...{ id, name, by: archivedBy },
      at: (archivedAt ?? now).toISOString(),
    })),
    choices: {
      numbers: [...house.numbers],
      categories: house.categories.filter((each) => each.countsAs === each.id).map(named),
      areas: house.areas.map(named),
      teams: house.teams.map((team) => ({ ...named(team), hasHours: team.hours.length > 0 })),
      people: [...house.people],
      quickReplies: [...house.quickReplies],
    },
  };
}

const named = ({ id, name }: { id: number; name: string }) => ({ id, name });

type Body<Name extends "addRule" | "changeRule"> = z.output<(typeof rulesApi)[Name]["body"]>;

export async function addRule(tx: Db, { isOn, ...written }: Body<"addRule">, asking: Asking): Promise<Rule> {
  const digest = await checked(tx, written, isOn);
  await lockOrder(tx);
  const id = await insertRule(tx, { ...written, isOn, digest }, accountOf(asking), asking.now);
  await note(tx, asking, id, "added", { isOn });
  return read(tx, id);
}

export async function changeRule(
  tx: Db,
  id: number,
  { isOn, version, ...written }: Body<"changeRule">,
  asking: Asking,
): Promise<Rule> {
  await asSeen(tx, id, version);
  const digest = await checked(tx, written, isOn);
  await updateRule(tx, id, { ...written, isOn, digest }, accountOf(asking), asking.now);
  await note(tx, asking, id, "changed", { isOn, version: version + 1 });
  return read(tx, id);
}

export async function switchRule(
  tx: Db,
  id: number,
  { isOn, version }: { isOn: boolean; version: number },
  asking: Asking,
): Promise<Rule> {
  const row = await asSeen(tx, id, version);
  if (isOn && !(await hasTrial(tx, row.digest))) throw untried();
  if (row.isOn !== isOn) {
    await switchRow(tx, id, isOn);
    await note(tx, asking, id, isOn ? "switched_on" : "switched_off", { version });
  }
  return read(tx, id);
}

/** Those that were not named, because somebody wrote them meanwhile, come after the others. */
export async function orderRules(tx: Db, ids: readonly number[], asking: Asking): Promise<number[]> {
  const here = await lockOrder(tx);
  const wanted = [...new Set(ids)].filter((id) => here.includes(id));
  const rest = (await listRules(tx)).map(({ id }) => id).filter((id) => !wanted.includes(id));
  const order = [...wanted, ...rest];
  await writeOrder(tx, order);
  await audit(tx, {
    at: asking.now,
    by: asking.by,
    action: "rule.ordered",
    facts: { order: order.join(",") },
    address: asking.address,
  });
  await announce(tx, ["rules"]);
  return order;
}

export async function removeRule(tx: Db, id: number, version: number, asking: Asking): Promise<void> {
  await asSeen(tx, id, version);
  await writeArchived(tx, id, { at: asking.now, by: accountOf(asking) });
  await note(tx, asking, id, "removed");
}

/** In its old place and on, if it was. */
export async function restoreRule(tx: Db, id: number, asking: Asking): Promise<Rule> {
  const row = await lockRule(tx, id);
  if (!row) throw gone();
  if (row.archivedAt !== null) {
    await writeArchived(tx, id, null);
    await note(tx, asking, id, "restored");
  }
  return read(tx, id);
}

async function checked(tx: Db, written: WrittenRule, isOn: boolean): Promise<string> {
  const zones = written.conditions.flatMap((each) => (each.kind === "hours" ? [each.timeZone] : []));
  if (!zones.every(isTimeZone))
    throw new UserError("bad_request", "This time zone is not known. Choose one such as Europe/Madrid.", {
      code: "time_zone",
    });
  const digest = digestOf(written);
  if (isOn && !(await hasTrial(tx, digest))) throw untried();
  return digest;
}

/** @throws UserError when it is gone or somebody was faster, naming who */
async function asSeen(tx: Db, id: number, version: number): Promise<RuleRow> {
  const row = await lockRule(tx, id);
  if (!row || row.archivedAt !== null) throw gone();
  if (row.version !== version)
    throw new UserError(
      "conflict",
      `${row.changedBy ?? "A program"} changed this rule a moment ago. Look at it again, then change it.`,
      { code: "rule_changed", detail: { by: row.changedBy, at: row.changedAt.toISOString() } },
    );
  return row;
}

async function read(tx: Db, id: number): Promise<Rule> {
  const row = await findRule(tx, id);
  if (!row) throw gone();
  return shown(row, await readHouse(tx));
}

function shown(row: RuleRow, house: House): Rule {
  const { id, version, isOn, name, match, conditions, actions, changedAt, changedBy } = row;
  const { trialAt, items, matched, changed } = row;
  const isTried = trialAt !== null && items !== null && matched !== null && changed !== null;
  return {
    ...{ id, version, isOn, name, match, conditions, actions, changedBy },
    changedAt: changedAt.toISOString(),
    trial: isTried ? { at: trialAt.toISOString(), by: row.trialBy, items, matched, changed } : null,
    missing: missingIn(row, house),
  };
}

async function note(
  tx: Db,
  { by, address, now }: Asking,
  id: number,
  done: string,
  facts: Record<string, number | boolean> = {},
): Promise<void> {
  await audit(tx, { at: now, by, action: `rule.${done}`, subject: { kind: "rule", id }, facts, address });
  await announce(tx, ["rules"]);
}

const accountOf = ({ by }: Asking): number | null => (by.kind === "account" ? by.id : null);

const gone = (): UserError =>
  new UserError("not_found", "This rule is not here any more. Look at the list again.", {
    code: "rule_gone",
  });

const untried = (): UserError =>
  new UserError("conflict", "Try this rule on last week's messages first, exactly as it is now.", {
    code: "rule_untried",
  });
