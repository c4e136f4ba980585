/** Numbers come to have a row: from settings, from the environment, from the sample day, or because Meta named one. */
import type { Config } from "../config.ts";
import type { Db } from "../db/pool.ts";
import { announce } from "../live/changes.ts";
import { tokenChanged } from "./pause.ts";
import type { Seal } from "./seal.ts";
import { addUnclaimed, findIds, lockStored, unmarkOthers, writeStored } from "./store.ts";

export type NumberToKeep = {
  phoneNumberId: string;
  kind: "real" | "sample";
  name?: string;
  displayPhone?: string | null;
  businessAccountId?: string | null;
  graphUrl?: string | null;
  graphVersion?: string | null;
  accessToken?: string | null;
  appSecret?: string | null;
  verifyToken?: string | null;
  throughput?: number;
  fromEnvironment?: boolean;
};

/** Make or update a number; what is left out stays as it was. An unclaimed number becomes ours. */
export async function upsertNumber(tx: Db, seal: Seal, number: NumberToKeep, now: Date): Promise<number> {
  const old = await lockStored(tx, number.phoneNumberId);
  /** Left alone when it says the same already: sealing again would change the row at every start. */
  const sealed = (secret: string | null | undefined, before: Buffer | null | undefined): Buffer | null => {
    if (secret === undefined) return before ?? null;
    if (secret === null) return null;
    return before && seal.open(before) === secret ? before : seal.close(secret);
  };
  const id = await writeStored(
    tx,
    {
      phoneNumberId: number.phoneNumberId,
      kind: number.kind,
      name: number.name ?? old?.name ?? number.displayPhone ?? number.phoneNumberId,
      displayPhone: kept(number.displayPhone, old?.displayPhone),
      businessAccountId: kept(number.businessAccountId, old?.businessAccountId),
      graphUrl: kept(number.graphUrl, old?.graphUrl),
      graphVersion: kept(number.graphVersion, old?.graphVersion),
      accessTokenSealed: sealed(number.accessToken, old?.accessTokenSealed),
      appSecretSealed: sealed(number.appSecret, old?.appSecretSealed),
      verifyTokenSealed: sealed(number.verifyToken, old?.verifyTokenSealed),
      throughput: number.throughput ?? old?.throughput ?? 80,
      fromEnvironment: number.fromEnvironment ?? old?.fromEnvironment ?? false,
    },
    now,
  );
  if (old?.accessTokenSealed && number.accessToken && seal.open(old.accessTokenSealed) !== number.accessToken)
    await tokenChanged(tx, id, now);
  await announce(tx, ["numbers"]);
  return id;
}

/** The number that the environment describes, if it names one. What is set there wins over settings; what is not, stays. */
export async function upsertFromEnvironment(
  tx: Db,
  seal: Seal,
  whatsapp: Config["whatsapp"],
  now: Date,
): Promise<void> {
  if (whatsapp.phoneNumberId === null) return;
  await upsertNumber(
    tx,
    seal,
    {
      phoneNumberId: whatsapp.phoneNumberId,
      kind: "real",
      businessAccountId: whatsapp.businessAccountId ?? undefined,
      graphUrl: whatsapp.graphUrl,
      graphVersion: whatsapp.graphVersion,
      accessToken: whatsapp.accessToken ?? undefined,
      appSecret: whatsapp.appSecret ?? undefined,
      verifyToken: whatsapp.verifyToken ?? undefined,
      fromEnvironment: true,
    },
    now,
  );
  await unmarkOthers(tx, whatsapp.phoneNumberId);
}

/** Row ids of numbers Meta speaks of. One nobody set up becomes unclaimed: shown, never sent from. */
export async function claimNumbers(
  tx: Db,
  spoken: ReadonlyMap<string, string | null>,
  now: Date,
): Promise<Map<string, number>> {
  if (spoken.size === 0) return new Map();
  const wanted = [...spoken.keys()].sort();
  const known = new Map(await findIds(tx, wanted));
  const strangers = wanted.filter((phoneNumberId) => !known.has(phoneNumberId));
  if (strangers.length === 0) return known;
  await addUnclaimed(
    tx,
    strangers.map((phoneNumberId) => ({ phoneNumberId, displayPhone: spoken.get(phoneNumberId) ?? null })),
    now,
  );
  await announce(tx, ["numbers"]);
  return new Map(await findIds(tx, wanted));
}

function kept<T>(given: T | null | undefined, before: T | null | undefined): T | null {
  return given === undefined ? (before ?? null) : given;
}
