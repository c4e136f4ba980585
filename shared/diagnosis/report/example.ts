/** One request as it went, message by message: a chased one where clients chase, else one as they usually go. */
import type { ChatRequest, Diagnosis, RequestIndex } from "../diagnosis.ts";
import { type Line, linesOf, type RequestRows } from "./request-rows.ts";
import type { Voice } from "./voice.ts";

export type Rail = "client" | "us" | "worker";

export type ExamplePart = {
  heading: string;
  title: string;
  lines: Line[];
  hands: {
    rails: { rail: Rail; word: string }[];
    /** Who had the word from when on; `at` from 0 to 1 of the request's time. */
    steps: { at: number; rail: Rail; isChase: boolean }[];
    from: string;
    to: string;
    label: string;
  };
};

const SHORTEST = 3;
const LONGEST = 9;
/** Fewer messages tell less of how it goes. */
const GOOD_LENGTH = 6;

export function exampleOf(diagnosis: Diagnosis, voice: Voice, rows: RequestRows): ExamplePart | null {
  const { signs, requests, chat } = diagnosis;
  const { contextDroppedAtShift: shift, reactiveFollowUp: reactive } = signs;
  const isShift = shift.told && shift.level !== "quiet" && shift.level !== reactive.level;
  const chased = reactive.requests.filter((index) => (requests[index]?.chases.length ?? 0) > 0);
  const tries: readonly (readonly [
    keyof typeof voice.words.example & ("chased" | "dropped" | "usual"),
    readonly RequestIndex[],
  ])[] = [
    ...(isShift ? [["dropped", shift.requests] as const] : []),
    ["chased", diagnosis.verdict === "stay" ? [] : chased],
    ["dropped", diagnosis.verdict === "stay" ? [] : shift.requests],
    [
      "usual",
      requests.flatMap(({ resolved, chases }, index) =>
        resolved === "confirmed" && chases.length === 0 ? [index] : [],
      ),
    ],
  ];
  for (const [kind, indexes] of tries) {
    const index = bestOf(indexes, diagnosis);
    const request = index === null ? undefined : requests[index];
    const opened = request && chat.messages[request.opened];
    if (index === null || !request || !opened) continue;
    const lines = linesOf(request.messages, request, diagnosis, voice);
    const [row] = rows([index], 1).rows;
    return {
      heading: voice.tell(voice.words.example[kind], { date: voice.longDate(opened.at) }),
      title: row?.title ?? "",
      lines,
      hands: handsOf(lines, voice),
    };
  }
  return null;
}

/** Short enough to read, with words in it, over within a day or two, and the surest of those. */
function bestOf(indexes: readonly RequestIndex[], { requests, chat }: Diagnosis): RequestIndex | null {
  let best: RequestIndex | null = null;
  let most = 0;
  for (const index of indexes) {
    const request = requests[index];
    if (!request || request.messages.length < SHORTEST || request.messages.length > LONGEST) continue;
    const story =
      Math.min(1, request.messages.length / GOOD_LENGTH) * (request.resolvedAt === null ? 0.7 : 1);
    const score = request.confidence * shareInWords(request, chat) * story;
    if (score > most) {
      best = index;
      most = score;
    }
  }
  return best;
}

function shareInWords(request: ChatRequest, chat: Diagnosis["chat"]): number {
  const said = request.messages.filter((index) => {
    const message = chat.messages[index];
    return message?.kind === "text" && message.text.length <= 240;
  });
  return said.length / request.messages.length;
}

const RAILS: Record<Line["side"], Rail> = { client: "client", staff: "us", bot: "us", worker: "worker" };

function handsOf(lines: readonly Line[], { words, tell, list }: Voice): ExamplePart["hands"] {
  const first = lines[0];
  const last = lines.at(-1);
  const from = first?.at ?? 0;
  const length = Math.max(1, (last?.at ?? 0) - from);
  const steps = lines.map(({ at, side, mark }) => ({
    at: (at - from) / length,
    rail: RAILS[side],
    isChase: mark?.kind === "chase",
  }));
  const used = new Set<Rail>(["client", "us", ...steps.map(({ rail }) => rail)]);
  const said = lines.map(({ time, side }) => [
    tell(words.example.step, { time, who: words.example[RAILS[side]] }),
  ]);
  return {
    rails: (["client", "us", "worker"] as const)
      .filter((rail) => used.has(rail))
      .map((rail) => ({ rail, word: words.example[rail] })),
    steps,
    from: first?.time ?? "",
    to: last?.time ?? "",
    label: tell(words.example.handsLabel, { steps: list(said) }),
  };
}
