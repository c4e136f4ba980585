/** Our numbers with their secrets opened, in memory: every webhook and every send asks, so neither may cost a query. */
import { describeError } from "../describe-error.ts";
import type { System } from "../system.ts";
import { upsertFromEnvironment } from "./register.ts";
import { listStored, type StoredNumber } from "./store.ts";

export type NumberRow = {
  id: number;
  phoneNumberId: string;
  kind: "real" | "sample" | "unclaimed";
  name: string;
  displayPhone: string | null;
  businessAccountId: string | null;
  graphUrl: string;
  graphVersion: string;
  accessToken: string | null;
  throughput: number;
  /** Of its Meta app, as far as it is known. */
  appId: string | null;
  /** Whether people see that we have read what they wrote. */
  sendsReadMarks: boolean;
  /** It is ours and its token can be opened. */
  canSend: boolean;
  /** Since when nothing is sent from it because WhatsApp refuses; what is written waits. */
  pausedAt: Date | null;
};

export type Numbers = {
  /** A body is accepted if any of these signs it. */
  appSecrets(): readonly string[];
  verifyTokens(): readonly string[];
  get(id: number): NumberRow | null;
  byPhoneNumberId(phoneNumberId: string): NumberRow | null;
  all(): readonly NumberRow[];
  refresh(): Promise<void>;
  close(): void;
};

/** NOTIFY is a hint only: a change that was not heard is seen after this time. */
const REFRESH_MS = 30_000;

export async function openNumbers(system: System): Promise<Numbers> {
  const { db, seal, clock, log, live } = system;
  const { whatsapp } = system.config;
  await db.transaction((tx) => upsertFromEnvironment(tx, seal, whatsapp, clock.now()));

  let rows: NumberRow[] = [];
  let byId = new Map<number, NumberRow>();
  let byPhoneId = new Map<string, NumberRow>();
  let appSecrets: string[] = [];
  let verifyTokens: string[] = [];
  /** Warned about once each, not at every refresh. */
  const warned = new Set<number>();

  function open(number: StoredNumber, sealed: Buffer | null): string | null {
    const secret = sealed ? seal.open(sealed) : null;
    if (sealed && secret === null && !warned.has(number.id)) {
      warned.add(number.id);
      log.warn(
        { number: number.id },
        "A number's secrets cannot be opened, so nothing is sent from it: set the same BATON_SECRET_KEY on every process.",
      );
    }
    return secret;
  }

  function take(stored: readonly StoredNumber[]): void {
    // With no phone number id the environment's secrets still verify what Meta posts.
    const secrets = new Set(whatsapp.appSecret ? [whatsapp.appSecret] : []);
    const tokens = new Set(whatsapp.verifyToken ? [whatsapp.verifyToken] : []);
    rows = stored.map((number) => {
      const accessToken = open(number, number.accessTokenSealed);
      const appSecret = open(number, number.appSecretSealed);
      const verifyToken = open(number, number.verifyTokenSealed);
      if (appSecret) secrets.add(appSecret);
      if (verifyToken) tokens.add(verifyToken);
      return {
        id: number.id,
        phoneNumberId: number.phoneNumberId,
        kind: number.kind,
        name: number.name,
        displayPhone: number.displayPhone,
        businessAccountId: number.businessAccountId,
        graphUrl: number.graphUrl ?? whatsapp.graphUrl,
        graphVersion: number.graphVersion ?? whatsapp.graphVersion,
        accessToken,
        throughput: number.throughput,
        appId: number.appId,
        sendsReadMarks: number.sendsReadMarks,
        canSend: number.kind !== "unclaimed" && accessToken !== null,
        pausedAt: number.pausedAt,
      };
    });
    byId = new Map(rows.map((row) => [row.id, row]));
    byPhoneId = new Map(rows.map((row) => [row.phoneNumberId, row]));
    appSecrets = [...secrets];
    verifyTokens = [...tokens];
  }

  /** One read at a time; who asks during one gets the next, which sees what they wrote. */
  let reading: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  function refresh(): Promise<void> {
    if (!reading) {
      reading = listStored(db)
        .then(take)
        .finally(() => {
          reading = null;
        });
      return reading;
    }
    next ??= reading
      .catch(() => undefined)
      .then(() => {
        next = null;
        return refresh();
      });
    return next;
  }
  const refreshQuietly = () => {
    refresh().catch((error: unknown) =>
      log.warn({ error: describeError(error) }, "The numbers could not be read; trying again."),
    );
  };

  await refresh();
  const stopListening = live.listen((topics) => {
    if (topics.includes("numbers")) refreshQuietly();
  });
  const timer = setInterval(refreshQuietly, REFRESH_MS);
  timer.unref();

  return {
    appSecrets: () => appSecrets,
    verifyTokens: () => verifyTokens,
    get: (id) => byId.get(id) ?? null,
    byPhoneNumberId: (phoneNumberId) => byPhoneId.get(phoneNumberId) ?? null,
    all: () => rows,
    refresh,
    close() {
      clearInterval(timer);
      stopListening();
    },
  };
}
