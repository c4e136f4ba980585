import { describe, expect, test } from "vitest";
import type { Chat, MessageKind } from "../chat.ts";
import type { Person, Reading, Role } from "../diagnosis.ts";
import { actChances, languagesOf, readMessages, settleReadings } from "./read-messages.ts";

type Line = [minutes: number, who: string, text: string, kind?: MessageKind];
/** A Tuesday at 9:00. */
const NINE = Date.UTC(2026, 2, 10, 9, 0);
const ROLES: Record<string, Role> = { office: "staff", worker: "worker" };
const HOURS = [0, 1, 2, 3, 4, 5].map((day) => ({ from: day * 1440 + 480, to: day * 1440 + 1140 }));

function chatOf(lines: readonly Line[]): { chat: Chat; people: Person[] } {
  const names = [...new Set(lines.map(([, who]) => who))];
  const people = names.map(
    (name): Person => ({
      name,
      role: ROLES[name] ?? "client",
      messages: 1,
      certainty: 1,
      reasons: [],
      perhapsSameAs: null,
    }),
  );
  const messages = lines.map(([minutes, who, text, kind], index) => ({
    index,
    at: NINE + minutes * 60_000,
    by: kind === "system" ? null : names.indexOf(who),
    kind: kind ?? "text",
    text,
    file: null,
    isEdited: false,
  }));
  const dateOrder = { order: "DMY", certainty: "given", evidence: "given" } as const;
  const unreadable = { count: 0, first: [] };
  return {
    people,
    chat: { title: null, platform: null, isGroup: true, people: names, messages, dateOrder, unreadable },
  };
}

function settled(...lines: Line[]): Reading[] {
  const { chat, people } = chatOf(lines);
  return settleReadings(readMessages(chat), chat, people, HOURS);
}
const acts = (...lines: Line[]): string[] => settled(...lines).map(({ act }) => act);

describe("a request from its beginning to its end", () => {
  test.each<[string, string, string, string, string, string]>([
    [
      "English",
      "Hi, the kitchen tap is leaking, can you send someone?",
      "Noted, let me check",
      "Any update? Nobody has come",
      "Done, replaced the tap",
      "Thank you, works now",
    ],
    [
      "Spanish",
      "Hola, gotea el grifo de la cocina, ¿mandan a alguien?",
      "Anotado, déjeme revisar",
      "¿Alguna novedad? No ha venido nadie",
      "Listo, ya quedó cambiado el grifo",
      "Muchas gracias, ya funciona",
    ],
    [
      "Portuguese",
      "Oi, a torneira da cozinha está vazando, mandam alguém?",
      "Anotado, vou verificar",
      "Alguma novidade? Não veio ninguém",
      "Pronto, torneira trocada",
      "Muito obrigada, já funciona",
    ],
    [
      "French",
      "Bonjour, le robinet de la cuisine fuit, vous envoyez quelqu'un ?",
      "Bien noté, je vérifie",
      "Des nouvelles ? Personne n'est venu",
      "C'est fait, robinet changé",
      "Merci beaucoup, ça marche",
    ],
    [
      "Indonesian",
      "Pagi, keran dapur bocor, tolong kirim orang",
      "Baik, saya cek dulu",
      "Gimana pak? Belum ada yang datang",
      "Sudah selesai, kran sudah diganti",
      "Makasih banyak, sudah bisa",
    ],
    [
      "Arabic",
      "صباح الخير، حنفية المطبخ بتسرب، تبعتوا حد؟",
      "تمام هشوف وارد عليك",
      "في اخبار؟ محدش جه لحد دلوقتي",
      "تم، غيرنا الحنفية",
      "شكرا جزيلا اشتغلت",
    ],
    [
      "Hinglish",
      "Namaste, kitchen ka nal leak ho raha hai, kisi ko bhejo",
      "Theek hai, check karta hu",
      "Koi update? Abhi tak koi nahi aaya",
      "Ho gaya, nal badal diya",
      "Thank you, ab theek hai",
    ],
    [
      "Swahili",
      "Habari, bomba la jikoni linavuja, naomba mtume fundi",
      "Sawa, ngoja niangalie",
      "Vipi kuna habari? Hakuna aliyekuja",
      "Tayari, nimebadilisha bomba",
      "Asante sana, inafanya kazi",
    ],
    [
      "German",
      "Guten Morgen, der Wasserhahn in der Küche tropft, können Sie jemanden schicken?",
      "Notiert, ich schaue nach",
      "Gibt es was Neues? Bisher war niemand da",
      "Erledigt, Hahn getauscht",
      "Vielen Dank, funktioniert wieder",
    ],
  ])("in %s", (_, request, noted, chase, done, thanks) => {
    const readings = settled(
      [0, "Irene", request],
      [4, "office", noted],
      [300, "Irene", chase],
      [420, "worker", done],
      [430, "Irene", thanks],
    );
    expect(readings.map(({ act }) => act)).toEqual([
      "request",
      "acknowledgement",
      "status_chase",
      "completion",
      "closing",
    ]);
    expect(readings.map(({ addsNothing }) => addsNothing)).toEqual([false, true, true, false, true]);
  });
});

test("question marks alone, long after what was asked, ask again", () => {
  expect(acts([0, "Irene", "Is the car ready?"], [200, "Irene", "??"])[1]).toBe("status_chase");
});

test("nothing is read into WhatsApp's own lines", () => {
  const { chat } = chatOf([[0, "x", "Messages are end-to-end encrypted", "system"]]);
  expect(Object.values(actChances(readMessages(chat), 0))).toEqual(Array.from({ length: 10 }, () => 0));
  expect(settleReadings(readMessages(chat), chat, [])[0]).toMatchObject({ act: "chat", addsNothing: true });
});

test("chances without roles sum to one, and change little once they are known for a plain request", () => {
  const { chat } = chatOf([[0, "Irene", "Hello, the lift is stuck, please send a technician"]]);
  const chances = actChances(readMessages(chat), 0);
  expect(Object.values(chances).reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 5);
  expect(chances.request).toBeGreaterThan(0.7);
});

test("a promise falls due when its words say, by the business's hours where they are loose", () => {
  const due = (text: string): string | null => {
    const [, promise] = settled([0, "Irene", "When will you come?"], [5, "office", text]);
    return promise?.due === null || promise === undefined
      ? null
      : new Date(promise.due).toISOString().slice(5, 16);
  };
  expect(due("The technician will be there tomorrow at 10")).toBe("03-11T10:00");
  expect(due("We'll send it tomorrow")).toBe("03-11T19:00");
  expect(due("On my way")).toBeNull();
});

test("a bare promise takes up the time that was asked for just before", () => {
  const [, promise] = settled(
    [0, "Irene", "Can I have an appointment on Thursday at 3 pm?"],
    [2, "office", "Booked"],
  );
  expect(promise).toMatchObject({ act: "promise", due: Date.UTC(2026, 2, 12, 15, 0) });
});

test("languages are told by share, and one that nobody taught us is said to be unread", () => {
  const { chat } = chatOf([
    [0, "a", "Guten Morgen, die Heizung wird nicht warm"],
    [1, "b", "Ich schaue gleich nach, danke für die Info"],
    [2, "a", "Hello, is anybody there? The heating is still broken"],
    [3, "c", "Buongiorno, domani non possiamo venire, va bene dopodomani?"],
    [4, "d", "👍"],
  ]);
  const { shares, unread } = languagesOf(readMessages(chat));
  expect(shares).toEqual({ de: 0.5, en: 0.25 });
  expect(unread).toBe(0.25);
});

test("the same text is read once however often it is said", () => {
  const { chat } = chatOf(
    Array.from({ length: 50 }, (_, at): Line => [at, "Irene", at % 2 ? "ok" : "thanks"]),
  );
  const { texts } = readMessages(chat);
  expect(new Set(texts.at).size).toBe(2);
});
