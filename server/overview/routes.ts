/** What the bar shows, search, and the kinds of request. */
import type { FastifyInstance } from "fastify";
import { type SampleDay, systemApi } from "../../shared/api/system.ts";
import { contactName } from "../conversations/rules.ts";
import { serve } from "../http/route.ts";
import { accountOf } from "../requests/board.ts";
import { readFigures } from "../requests/figures.ts";
import { listKinds } from "../requests/kinds.ts";
import { searchRequests, wordsOf } from "../requests/list.ts";
import { countWindowsClosing } from "../requests/window-closing.ts";
import type { System } from "../system.ts";
import { countTray } from "../triage/tray.ts";
import { countDead, findBusinessName, findContacts, findFirstRun, listPromises } from "./store.ts";

const DAY_MS = 24 * 3_600_000;
const FOUND = 8;

export function overviewRoutes(
  http: FastifyInstance,
  system: System,
  sampleState: () => Promise<SampleDay>,
): void {
  const { db, clock } = system;
  serve(http, systemApi.overview, async ({ actor }) => {
    const now = clock.now();
    const accountId = accountOf(actor);
    const today = startOfDay(now);
    const [toSort, figures, dead, windowsClosing, businessName, promises, firstRun, sample] =
      await Promise.all([
        countTray(db),
        readFigures(db, accountId, now),
        countDead(db),
        countWindowsClosing(db, accountId, now),
        findBusinessName(db),
        listPromises(db, today, new Date(today.getTime() + DAY_MS)),
        findFirstRun(db),
        sampleState(),
      ]);
    return {
      now: now.toISOString(),
      businessName,
      toSort,
      ...figures,
      dead,
      windowsClosing,
      promises: promises.map(({ ownerAccountId, at, ...promise }) => ({
        ...promise,
        at: at.toISOString(),
        isYours: accountId !== null && ownerAccountId === accountId,
      })),
      firstRun: { ...firstRun, sample },
    };
  });
  serve(http, systemApi.categories, async () => ({ categories: await listKinds(db) }));
  serve(http, systemApi.search, async ({ actor, body }) => {
    const { pattern, digits } = wordsOf(body.q);
    const [strips, contacts] = await Promise.all([
      searchRequests(db, body.q, accountOf(actor), FOUND),
      findContacts(db, pattern, digits, FOUND),
    ]);
    return {
      strips,
      contacts: contacts.map((contact) => ({
        id: contact.id,
        name: contactName(contact),
        phone: contact.phone,
      })),
    };
  });
}

/** By the machine's own zone, until the business has a calendar. */
function startOfDay(now: Date): Date {
  const start = new Date(now);
  start.setHours(0, 0, 0, 0);
  return start;
}
