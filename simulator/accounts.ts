/** The business's side of the world: the app, its accounts (WABAs), their numbers. Plain data. */
import { BUSINESS_NAME, DISPLAY_NUMBER } from "./cast.ts";
import type { Template } from "./template-rules.ts";

/** Where webhooks go instead of the app's address. */
export type Callback = { uri: string; verifyToken: string };

export type Account = {
  id: string;
  name: string;
  currency: string;
  /** The month of the free deliveries begins by this clock. */
  timeZone: string;
  /** No app, no webhooks. */
  isSubscribed: boolean;
  callback: Callback | null;
  templates: Template[];
  /** When templates were made: a hundred an hour. */
  templatesMadeAt: number[];
  /** A name stays taken for 30 days after the deletion of an approved template. */
  namesBlockedUntil: Record<string, number>;
};

export type BusinessNumber = {
  id: string;
  accountId: string;
  /** Digits only. */
  display: string;
  name: string;
  quality: "GREEN" | "YELLOW" | "RED";
  isVerified: boolean;
  codeSentAt: number | null;
  isRegistered: boolean;
  pin: string | null;
  /** Registering and deregistering: ten times in 72 hours. */
  registeredAt: number[];
  /** Its owner also uses it in the WhatsApp Business app (coexistence). */
  isOnBizApp: boolean;
  /** Messages a second; null: as the settings say. */
  throughput: number | null;
  callback: Callback | null;
  profile: Record<string, unknown>;
  settings: Record<string, unknown>;
  /** People it has blocked, by phone id. */
  blocked: string[];
  deliveries: { month: string; count: number };
  onboardedAt: number;
  synced: ("history" | "smb_app_state_sync")[];
};

export type Business = {
  number: string;
  account: string;
  display: string;
  /** It asked for the identity check: contacts then carry a hash of who they are. */
  checksIdentity: boolean;
};

export type Platform = {
  app: { id: string; name: string };
  /** The app's own address for webhooks, and the fields it subscribed to; null: all. */
  callback: Callback;
  fields: string[] | null;
  accounts: Map<string, Account>;
  numbers: Map<string, BusinessNumber>;
};

export type NewNumber = Pick<BusinessNumber, "id" | "accountId"> &
  Partial<
    Pick<BusinessNumber, "display" | "name" | "throughput" | "isOnBizApp" | "isVerified" | "isRegistered">
  >;

const APP_ID = "700000000000001";

export function createPlatform(options: {
  webhook: string;
  verifyToken: string;
  number: string;
  account: string;
  moreNumbers: readonly { id: string; accountId: string | null }[];
}): Platform {
  const platform: Platform = {
    app: { id: APP_ID, name: "Simulated app" },
    callback: { uri: options.webhook, verifyToken: options.verifyToken },
    fields: null,
    accounts: new Map(),
    numbers: new Map(),
  };
  addNumber(platform, { id: options.number, accountId: options.account, display: DISPLAY_NUMBER }, 0);
  for (const { id, accountId } of options.moreNumbers) {
    addNumber(platform, { id, accountId: accountId ?? options.account }, 0);
  }
  return platform;
}

export function addAccount(platform: Platform, id: string, name = BUSINESS_NAME): Account {
  const known = platform.accounts.get(id);
  if (known) return known;
  const account: Account = {
    id,
    name,
    currency: "USD",
    timeZone: "UTC",
    isSubscribed: true,
    callback: null,
    templates: [],
    templatesMadeAt: [],
    namesBlockedUntil: {},
  };
  platform.accounts.set(id, account);
  return account;
}

export function addNumber(platform: Platform, wanted: NewNumber, now: number): BusinessNumber {
  const account = addAccount(platform, wanted.accountId);
  const number: BusinessNumber = {
    id: wanted.id,
    accountId: account.id,
    display: wanted.display ?? freeDisplay(platform, wanted.id),
    name: wanted.name ?? account.name,
    quality: "GREEN",
    isVerified: wanted.isVerified ?? true,
    codeSentAt: null,
    isRegistered: wanted.isRegistered ?? true,
    pin: null,
    registeredAt: [],
    isOnBizApp: wanted.isOnBizApp ?? false,
    throughput: wanted.throughput ?? null,
    callback: null,
    profile: { about: "", address: "", description: "", email: "", websites: [], vertical: "UNDEFINED" },
    settings: {},
    blocked: [],
    deliveries: { month: "", count: 0 },
    onboardedAt: now,
    synced: [],
  };
  platform.numbers.set(number.id, number);
  return number;
}

export function businessOf(number: BusinessNumber): Business {
  const { id, accountId, display, settings } = number;
  return {
    number: id,
    account: accountId,
    display,
    checksIdentity: isChecked(settings.user_identity_change),
  };
}

function isChecked(setting: unknown): boolean {
  return (
    typeof setting === "object" &&
    setting !== null &&
    Reflect.get(setting, "enable_identity_key_check") === true
  );
}

export function numbersOf(platform: Platform, accountId: string): BusinessNumber[] {
  return [...platform.numbers.values()].filter((number) => number.accountId === accountId);
}

export function isOurDisplay(platform: Platform, digits: string): boolean {
  for (const { display } of platform.numbers.values()) if (display === digits) return true;
  return false;
}

/** A number's own address goes before its account's, and that before the app's; the latter alone for account fields. */
export function callbackFor(
  platform: Platform,
  to: { account: string; number: string | null; field: string },
): string | null {
  const account = platform.accounts.get(to.account);
  if (account && !account.isSubscribed) return null;
  if (platform.fields && !platform.fields.includes(to.field)) return null;
  if (to.number === null) return platform.callback.uri;
  const number = platform.numbers.get(to.number);
  return (number?.callback ?? account?.callback ?? platform.callback).uri;
}

function freeDisplay(platform: Platform, id: string): string {
  let display = `1555010${id.slice(-4).padStart(4, "0")}`;
  while (isOurDisplay(platform, display)) display = String(BigInt(display) + 1n);
  return display;
}
