/** All that a suggestion may know of one item, read in one go. */
import type { Message } from "../../shared/api/conversations.ts";
import { QUIET_MS } from "../../shared/request.ts";
import { messagesByIds } from "../conversations/read.ts";
import type { Db } from "../db/pool.ts";
import {
  type HolderRow,
  type KindRow,
  listHolders,
  listKinds,
  listRequestsOfMessages,
  listStanding,
  readThreadBefore,
  readUsual,
  type StandingRow,
  type ThreadRow,
  type UsualRow,
} from "./situation-store.ts";

export type Item = {
  id: number;
  conversationId: number;
  contactId: number | null;
  messageIds: number[];
  firstAt: Date;
  lastAt: Date;
};

export type Situation = {
  item: Item;
  name: string;
  messages: Message[];
  standing: StandingRow[];
  thread: ThreadRow;
  /** Requests of the messages that it quotes. */
  quotedRequestIds: number[];
  usual: UsualRow;
  kinds: KindRow[];
  /** Who can be given a request. */
  holders: HolderRow[];
};

const NOTHING_USUAL: UsualRow = {
  ...{ place: null, placeCount: 0, count: 0 },
  ...{ accountId: null, accountName: null, accountCount: 0 },
};

/** A flood of messages is one item; its first ones say what it is about. */
const MOST_READ = 40;

export async function readSituation(
  db: Db,
  item: Item,
  given: { name: string; messages?: Message[]; kinds?: KindRow[]; holders?: HolderRow[] },
): Promise<Situation> {
  const { contactId, messageIds, conversationId } = item;
  const messages = given.messages ?? (await messagesByIds(db, messageIds.slice(0, MOST_READ)));
  const quoted = messages.flatMap(({ quotes }) => quotes?.messageId ?? []);
  const overSince = new Date(item.firstAt.getTime() - QUIET_MS);
  const [standing, thread, quotedRequestIds, usual, kinds, holders] = await Promise.all([
    contactId === null ? [] : listStanding(db, { contactId, overSince, without: messageIds }),
    readThreadBefore(db, { conversationId, before: item.firstAt, without: messageIds }),
    listRequestsOfMessages(db, quoted),
    contactId === null ? NOTHING_USUAL : readUsual(db, contactId),
    given.kinds ?? listKinds(db),
    given.holders ?? listHolders(db),
  ]);
  return { item, name: given.name, messages, standing, thread, quotedRequestIds, usual, kinds, holders };
}
