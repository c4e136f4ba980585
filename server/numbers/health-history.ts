/** What WhatsApp said about a number and its account, page by page. */
import { z } from "zod";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { digitsOf } from "./health.ts";
import { isKnownNotice } from "./health-fields-rules.ts";
import { readHealthNotice } from "./health-notices.ts";
import { listNotices, type NoticesAbout } from "./health-store.ts";
import { listStored } from "./store.ts";

export type NoticeShown = {
  id: number;
  field: string;
  event: string | null;
  at: Date;
  isKnown: boolean;
  body: string;
};

/** A handover's summary or a long list of templates: what matters of a notice stands in its first lines. */
const MOST_BODY = 4_000;
const Place = z.string().regex(/^-?\d{1,18}_\d{1,15}$/);

/** @param numberId undefined for what is about none of our numbers */
export async function readNotices(
  db: Db,
  numberId: number | undefined,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<{ notices: NoticeShown[]; next: string | null }> {
  const lines = await listNotices(db, await aboutOf(db, numberId), placeOf(before), limit + 1);
  const shown = lines.slice(0, limit);
  const last = shown.at(-1);
  return {
    notices: shown.map(({ id, field, at, body }) => {
      const { event, decision, status, alert } = readHealthNotice({
        ...{ field, at, body },
        ...{ numberId: null, businessAccountId: null },
      });
      const text = JSON.stringify(body, null, 2);
      return {
        id,
        field,
        event: event ?? decision ?? status ?? alert?.type ?? null,
        at,
        isKnown: isKnownNotice({ field, event }),
        body: text.length > MOST_BODY ? `${text.slice(0, MOST_BODY).toWellFormed()}…` : text,
      };
    }),
    next: lines.length > limit && last ? `${last.place}_${last.id}` : null,
  };
}

function placeOf(before: string | undefined): { place: string; id: number } | null {
  if (before === undefined) return null;
  const read = Place.safeParse(before);
  if (!read.success) throw new UserError("bad_request", "`before` should be the `next` of the page before.");
  const [place = "", id = ""] = read.data.split("_");
  return { place, id: Number(id) };
}

async function aboutOf(db: Db, numberId: number | undefined): Promise<NoticesAbout> {
  const stored = await listStored(db);
  const claimed = stored.flatMap(({ businessAccountId }) => businessAccountId ?? []);
  if (numberId === undefined) return { numberId: null, accounts: claimed, isAllBut: true, otherPhones: [] };
  const number = stored.find(({ id }) => id === numberId);
  if (!number) throw new UserError("not_found", "There is no such number (any more).");
  const phone = digitsOf(number.displayPhone);
  const { businessAccountId } = number;
  return {
    numberId,
    accounts: businessAccountId === null ? claimed : [businessAccountId],
    isAllBut: businessAccountId === null,
    otherPhones: stored
      .flatMap(({ displayPhone }) => digitsOf(displayPhone) ?? [])
      .filter((other) => other !== phone),
  };
}
