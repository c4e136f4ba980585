/** Strips to look at in development; no build contains them. */
import type { Strip } from "../../../../shared/api/requests.ts";
import { STATES, waitsOnIn } from "../../../../shared/request.ts";

const MINUTE = 60_000;
const from = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toISOString();

export const ME = { id: 1 };

const STRIP: Strip = {
  id: 2077,
  title: "Gas hob will not light, second visit",
  category: { id: 1, name: "Gas", needsWork: true },
  area: { id: 1, name: "Centre" },
  client: { id: 1, name: "Grace Okafor" },
  conversationId: 1,
  place: "Discovery Gardens 83",
  state: "blocked",
  stateSince: from(-31),
  returnsTo: null,
  owner: { kind: "account", id: 1, name: "Mariam Haddad" },
  worker: { id: 3, name: "Jomon K." },
  waitsOn: "us",
  nextStep: { code: "other", text: "Find another worker", at: from(-12) },
  promise: { at: from(-42), state: "broken" },
  priority: "urgent",
  unread: true,
  windowClosesAt: null,
  chases: 2,
  openedAt: from(-180),
  version: 7,
};

export const STRIPS: Strip[] = [
  STRIP,
  {
    ...STRIP,
    id: 2068,
    title: "पानी की मोटर चालू नहीं होती",
    client: { id: 2, name: "Ravi Menon" },
    place: "Al Nahda 304",
    state: "working",
    stateSince: from(-72),
    waitsOn: "worker",
    owner: { kind: "account", id: 2, name: "Yusuf" },
    nextStep: { code: "word_from_worker", text: null, at: from(18) },
    promise: { at: from(60), state: "open" },
    priority: "normal",
    unread: false,
    chases: 0,
  },
  {
    ...STRIP,
    id: 2065,
    title: "تنظيف خزان الماء",
    client: { id: 3, name: "أم خالد" },
    place: "Al Warqa 3",
    state: "waiting",
    stateSince: from(-52),
    waitsOn: "client",
    owner: { kind: "account", id: 2, name: "Yusuf" },
    worker: null,
    nextStep: { code: "ask_again", text: null, at: from(110) },
    promise: { at: from(-100), state: "kept" },
    priority: "normal",
    unread: false,
    chases: 0,
  },
  {
    ...STRIP,
    id: 2071,
    title: "Kitchen mixer drips",
    client: { id: 4, name: "Fatima Al Suwaidi" },
    place: "Al Barsha 1, Bldg 14, 304",
    state: "waiting",
    stateSince: from(-1560),
    waitsOn: "third_party",
    owner: { kind: "team", id: 1, name: "Intake" },
    nextStep: { code: "other", text: "Ask the supplier", at: from(2700) },
    promise: null,
    priority: "normal",
    unread: false,
    chases: 0,
  },
];

/** One strip in each state, held as it would be. */
export const IN_EACH_STATE: Strip[] = STATES.map((state) => ({
  ...STRIP,
  state,
  owner: state === "new" || state === "blocked" ? STRIP.owner : { kind: "team", id: 1, name: "Intake" },
  waitsOn: waitsOnIn(state, true, "client"),
}));
