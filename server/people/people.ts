/** What the verbs of this domain are given, and how accounts look to screens. */
import { Locale, type Me, type Person } from "../../shared/api/people.ts";
import type { Actor } from "../http/route.ts";
import type { System } from "../system.ts";
import type { Account } from "./account-store.ts";
import type { Throttle } from "./throttle.ts";

/** One for each process: the throttle counts in memory. */
export type People = { system: System; throttle: Throttle };

/** Who asked, and from where: what the audit keeps. */
export type Asking = { by: Actor; address: string };

const localeOf = (locale: string | null) => Locale.nullable().catch(null).parse(locale);

export const meOf = (account: Account): Me => ({
  id: account.id,
  name: account.name,
  login: account.login,
  role: account.role,
  locale: localeOf(account.locale),
  teamIds: account.teamIds,
});

export const personOf = (account: Account): Person => ({
  id: account.id,
  name: account.name,
  login: account.login,
  role: account.role,
  isActive: account.isActive,
  lastSeenAt: account.lastSeenAt?.toISOString() ?? null,
  teamIds: account.teamIds,
});
