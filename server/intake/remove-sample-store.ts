/** What came in for the sample number: raw bodies and notices. */
import type { Db } from "../db/pool.ts";

/**
 * As the simulator spells it in a body. The digits alone may stand in anything that a client of a real number writes;
 * this cannot: quotes within a text are escaped.
 */
const mark = (phoneNumberId: string): string => `"phone_number_id":"${phoneNumberId}"`;

/** Waits for a recorder that holds some of them. */
export async function deleteInbox(tx: Db, phoneNumberId: string): Promise<void> {
  await tx.query("delete from inbox where position(convert_to($1, 'UTF8') in body) > 0", [
    mark(phoneNumberId),
  ]);
}

export async function deleteNotices(tx: Db, numberId: number): Promise<void> {
  await tx.query(
    `
    delete from notice
    where number_id = $1
      or business_account_id = (select n.business_account_id from number n where n.id = $1 and n.kind = 'sample')`,
    [numberId],
  );
}

/** By the number in the body, or where the body has aged out by what was made of it. */
export async function deleteDeliveries(tx: Db, numberId: number, phoneNumberId: string): Promise<void> {
  await tx.query(
    `
    delete from delivery
    where position(convert_to($2, 'UTF8') in body) > 0
      or id in (
        select delivery_id from message where number_id = $1
        union select delivery_id from message_status where number_id = $1
        union select delivery_id from reaction where number_id = $1
        union select delivery_id from revision where number_id = $1
        union select delivery_id from notice where number_id = $1)`,
    [numberId, mark(phoneNumberId)],
  );
}
