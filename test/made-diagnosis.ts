/** A diagnosis made by hand, stage by stage as the real ones give it: for tests of what is drawn from it. */
import type { Chat, ChatMessage } from "../shared/diagnosis/chat.ts";
import type {
  ChatRequest,
  Diagnosis,
  Level,
  Person,
  Share,
  Spell,
  Verdict,
} from "../shared/diagnosis/diagnosis.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Monday. */
export const START = Date.UTC(2026, 7, 31);

const share = (part: number, of: number): Share => {
  const z = 1.96;
  if (of === 0) return { part, of, share: 0, low: 0, high: 1 };
  const p = part / of;
  const middle = (p + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  return { part, of, share: p, low: middle - half, high: middle + half };
};
const spell = (n: number, minutes: number): Spell => ({
  n,
  median: minutes * MINUTE,
  low: minutes * 0.7 * MINUTE,
  high: minutes * 1.6 * MINUTE,
  p90: minutes * 6 * MINUTE,
});
const NONE: Spell = { n: 4, median: null, low: null, high: null, p90: null };

export type Made = {
  verdict?: Verdict;
  levels?: { shift?: Level; reactive?: Level; bottleneck?: Level };
  names?: { staff: readonly string[]; clients: readonly string[] };
  texts?: readonly string[];
  requests?: number;
  weeks?: number;
};

const NAMES = {
  staff: ["Baraka", "Neema", "Juma", "Zawadi", "Mzee Ali"],
  clients: ["Fatma Salim", "+254 722 ··· 118", "Otieno", "محمد الحداد", "Wanjiru", "Achieng Duka la Simu"],
};
const TEXTS = [
  "Habari, nimetuma 4,500 kwa namba isiyo sahihi, naomba mrudishe",
  "Float imeisha hapa Kongowea, mnaweza kuleta leo?",
  "السلام عليكم، الجهاز لا يعمل منذ الصباح",
  "My agent line says “suspended”, what do I do <now>?",
];

/** Numbers that look like chance and are the same every time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

export function makeDiagnosis(made: Made = {}): Diagnosis {
  const { verdict = "watch", names = NAMES, texts = TEXTS, requests: wanted = 120, weeks: span = 10 } = made;
  const levels = { shift: "quiet", reactive: "watch", bottleneck: "quiet", ...made.levels } as const;
  const next = dice(7);
  const people = [...names.staff, ...names.clients];
  const said: (Omit<ChatMessage, "index"> & { of: number; part: string })[] = [];
  for (let of = 0; of < wanted; of++) {
    const late = of / wanted;
    const day = Math.floor(late * span * 7);
    const hour = 8 + Math.floor(next() * 10);
    const at = START + day * DAY + hour * HOUR + Math.floor(next() * 60) * MINUTE;
    const client = names.staff.length + Math.floor(next() * names.clients.length);
    const staff = Math.min(names.staff.length - 1, Math.floor(next() * next() * names.staff.length));
    const isChased = hour >= 13 && hour <= 14 && next() < 0.25 + late * 0.5;
    const say = (part: string, by: number, minutes: number, text: string) =>
      said.push({ at: at + minutes * MINUTE, by, kind: "text", text, file: null, isEdited: false, of, part });
    say("opened", client, 0, texts[of % texts.length] ?? "");
    say("reply", staff, 3 + next() * 20, "Sawa, naangalia");
    if (isChased) say("chase", client, 60 + next() * 90, "Bado? Nasubiri hapa dukani");
    if (next() < 0.88) say("end", staff, 25 + next() * (isChased ? 400 : 120), "Imerudishwa, angalia simu");
    if (next() < 0.4) say("thanks", client, 440 + next() * 60, "Asante sana");
  }
  said.sort((a, b) => a.at - b.at);
  const messages: ChatMessage[] = said.map(({ of: _of, part: _part, ...message }, index) => ({
    ...message,
    index,
  }));
  const chat: Chat = {
    title: "Wakala Mwangaza, Mombasa",
    platform: "android",
    isGroup: true,
    people,
    messages,
    dateOrder: { order: "DMY", certainty: "inferred", evidence: "lines_in_order" },
    unreadable: { count: 2, first: [{ line: 18, text: "???" }] },
  };
  const requests = Array.from({ length: wanted }, (_, of) => requestOf(of, said));
  const chased = requests.flatMap(({ chases }, index) => (chases.length > 0 ? [index] : []));
  const handled = names.staff.map(
    (_, person) => requests.filter(({ handledBy }) => handledBy.includes(person)).length,
  );
  const chasesByHour = Array.from({ length: 24 }, () => 0);
  for (const { chases } of requests)
    for (const index of chases) {
      const hour = new Date(messages[index]?.at ?? 0).getUTCHours();
      chasesByHour[hour] = (chasesByHour[hour] ?? 0) + 1;
    }
  return {
    chat,
    people: people.map((name, index) => personOf(name, index, names.staff.length, messages)),
    languages: { shares: { sw: 0.8, ar: 0.1, en: 0.1 }, unread: 0 },
    shifts: {
      hours: [{ from: 8 * 60, to: 18 * 60 }],
      boundaries: [0, 1, 2, 3, 4].map((day) => ({ minute: day * 1440 + 13 * 60, ends: [0], starts: [1] })),
      sessions: [],
      gapMinutes: 180,
    },
    requests,
    signs: {
      contextDroppedAtShift: {
        told: verdict !== "not_enough",
        level: levels.shift,
        dropped: levels.shift === "quiet" ? share(4, 94) : share(41, 94),
        risk: { ratio: 1.1, low: 0.8, high: 1.6 },
        requests: requests.flatMap(({ droppedAtShift }, index) => (droppedAtShift ? [index] : [])),
      },
      reactiveFollowUp: {
        told: verdict !== "not_enough",
        level: levels.reactive,
        reactive:
          levels.reactive === "quiet" ? share(6, 70) : share(levels.reactive === "act" ? 96 : 62, 151),
        chased: share(chased.length, wanted),
        sensitivity: { after5: chased.length + 3, after60: chased.length - 2 },
        requests: chased,
      },
      visibility: {
        told: verdict !== "not_enough",
        known: share(74, 120),
        arrivalsPerWeek: 23.3,
        workInProgress: 7,
        byLittlesLaw: 3.8,
        requests: [],
      },
      bottleneck: {
        told: true,
        level: levels.bottleneck,
        person: levels.bottleneck === "quiet" ? null : 0,
        hanging: levels.bottleneck === "quiet" ? share(14, 52) : share(44, 52),
        shares: handled.map((count, person) => ({ person, share: count / wanted, requests: count })),
        hhi: 0.26,
        effectiveStaff: 3.8,
        gini: 0.31,
        truckFactor: [0, 1],
        absence: { without: 22 * MINUTE, with: 14 * MINUTE },
        requests: chased.slice(0, 5),
      },
    },
    verdict,
    advice: adviceFor(verdict),
    notTold: [
      { kind: "left_out", what: "photos", count: 214 },
      { kind: "left_out", what: "voice_notes", count: 96 },
      { kind: "perhaps_one_person", people: [0, Math.min(1, people.length - 1)] },
      { kind: "no_clear_end", count: requests.filter(({ resolved }) => resolved === "open").length },
      { kind: "date_order", certainty: "inferred" },
    ],
    times: {
      firstReply: { calendar: spell(wanted, 6), business: spell(wanted, 5) },
      reply: { calendar: spell(wanted * 2, 9), business: spell(wanted * 2, 8) },
      resolution: {
        calendar: verdict === "not_enough" ? NONE : spell(wanted, 38),
        business: spell(wanted, 35),
      },
    },
    weeks: weeksOf(requests, messages, span),
    since: verdict === "stay" ? null : START + Math.floor(span * 0.55) * 7 * DAY,
    chasesByHour,
  };
}

function adviceFor(verdict: Verdict): Diagnosis["advice"] {
  if (verdict === "stay") return [{ kind: "stay_as_you_are" }];
  if (verdict === "not_enough") return [{ kind: "gather_more", requestsMissing: 19 }];
  return [
    { kind: "agree_who_answers", fromHour: 13, toHour: 15 },
    { kind: "next_step_and_time" },
    { kind: "hand_over_open_requests", boundaries: [780, 2220] },
    { kind: "share_what_one_knows", person: 0 },
    { kind: "measure_again", weeks: 4 },
    { kind: "leave_the_group" },
  ];
}

function personOf(name: string, index: number, staff: number, messages: readonly ChatMessage[]): Person {
  const isStaff = index < staff;
  return {
    name,
    role: isStaff ? "staff" : "client",
    messages: messages.filter(({ by }) => by === index).length,
    certainty: index === 4 ? 0.6 : 0.95,
    reasons: isStaff
      ? [
          { kind: "answers", share: 0.91 },
          { kind: "breadth", people: 5 },
        ]
      : [{ kind: "asks", share: 0.8 }],
    perhapsSameAs: null,
  };
}

function requestOf(
  of: number,
  said: readonly { of: number; part: string; by: number | null; at: number; text: string }[],
): ChatRequest {
  const own = said.flatMap((message, index) => (message.of === of ? [{ ...message, index }] : []));
  const at = (part: string): number | null => own.find((message) => message.part === part)?.index ?? null;
  const end = at("end");
  const chases = own.flatMap(({ part, index }) => (part === "chase" ? [index] : []));
  return {
    title: (own.find(({ part }) => part === "opened")?.text ?? "").slice(0, 48),
    messages: own.map(({ index }) => index),
    confidence: 0.9,
    client: own.find(({ part }) => part === "opened")?.by ?? null,
    opened: at("opened") ?? 0,
    firstReply: at("reply"),
    resolved: end === null ? "open" : at("thanks") === null ? "claimed" : "confirmed",
    resolvedAt: end,
    chases,
    promises: [{ message: at("reply") ?? 0, due: START + of * HOUR }],
    handledBy: [
      ...new Set(
        own.flatMap(({ part, by }) => (by !== null && (part === "reply" || part === "end") ? [by] : [])),
      ),
    ],
    crossedShift: chases.length > 0,
    droppedAtShift: chases.length > 0 && of % 2 === 0,
    crossings: [],
    followUps: [],
  };
}

function weeksOf(
  requests: readonly ChatRequest[],
  messages: readonly ChatMessage[],
  span: number,
): Diagnosis["weeks"] {
  return Array.from({ length: span }, (_, week) => {
    const from = START + week * 7 * DAY;
    const those = requests.filter(({ opened }) => {
      const at = messages[opened]?.at ?? 0;
      return at >= from && at < from + 7 * DAY;
    });
    return { from, requests: those.length, chased: those.filter(({ chases }) => chases.length > 0).length };
  });
}
