/** A number of the account's list becomes ours: its row is made or claimed, and what it shares with its app is taken over. */
import { randomBytes } from "node:crypto";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import type { System } from "../system.ts";
import { throughputOf } from "./check-rules.ts";
import { type StoredConnection, setVerified, writeGraphFacts, writeTokenFacts } from "./connect-store.ts";
import type { GraphNumberAnswer } from "./graph-answers.ts";
import { upsertNumber } from "./register.ts";
import { listStored, lockStored, type StoredNumber } from "./store.ts";

export const newVerifyToken = (): string => randomBytes(18).toString("base64url");

export type Listed = { row: StoredConnection; number: GraphNumberAnswer; accessToken: string };

/** An unclaimed row keeps its messages. Other numbers of the same app have its secret and its webhook already. */
export async function claimListed(
  tx: Db,
  { seal, clock }: Pick<System, "seal" | "clock">,
  { row, number, accessToken }: Listed,
): Promise<{ id: number; hasMadeVerifyToken: boolean }> {
  const now = clock.now();
  const before = await lockStored(tx, number.id);
  if (before?.kind === "sample")
    throw new UserError("conflict", "This is the sample day's number. Remove the sample day first.", {
      code: "number_is_sample",
    });
  const sibling = siblingOf(await listStored(tx), row.appId, number.id);
  const inherited = (of: "appSecretSealed" | "verifyTokenSealed") => {
    const sealed = before?.[of] ?? sibling?.[of];
    return sealed ? seal.open(sealed) : null;
  };
  const known = inherited("verifyTokenSealed");
  const { kind: throughputKind, perSecond: throughput } = throughputOf(number);
  const hasName = before?.kind === "real" && before.name !== number.id;
  const id = await upsertNumber(
    tx,
    seal,
    {
      phoneNumberId: number.id,
      kind: "real",
      name: hasName ? before.name : (number.verified_name ?? number.display_phone_number ?? number.id),
      displayPhone: number.display_phone_number?.replaceAll(/\D/g, "") || undefined,
      businessAccountId: row.businessAccountId,
      graphUrl: row.graphUrl,
      graphVersion: row.graphVersion,
      accessToken,
      appSecret: inherited("appSecretSealed") ?? undefined,
      verifyToken: known ?? newVerifyToken(),
      throughput,
    },
    now,
  );
  await writeGraphFacts(tx, id, { throughput, throughputKind, now });
  const { expiresAt } = row.found;
  await writeTokenFacts(tx, id, { appId: row.appId, expiresAt: expiresAt ? new Date(expiresAt) : null });
  if (!before?.verifyTokenSealed && sibling?.verifiedAt) await setVerified(tx, [id], sibling.verifiedAt);
  return { id, hasMadeVerifyToken: known === null };
}

const siblingOf = (
  stored: readonly StoredNumber[],
  appId: string | null,
  phoneNumberId: string,
): StoredNumber | undefined =>
  appId === null
    ? undefined
    : stored.find(
        (other) => other.appId === appId && other.phoneNumberId !== phoneNumberId && other.appSecretSealed,
      );
