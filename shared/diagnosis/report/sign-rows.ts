/** The four signs as rows: figure, interval against its lines, what was counted, and the requests behind it. */
import { FEWEST_REQUESTS, FEWEST_TO_TELL, THRESHOLDS, type Threshold } from "../../measures/thresholds.ts";
import type { Diagnosis, Level, RequestIndex, Share } from "../diagnosis.ts";
import type { RequestList, RequestRows } from "./request-rows.ts";
import type { Sentence, Text } from "./sentence.ts";
import type { Voice } from "./voice.ts";

/** `untold`: too little of it. `unjudged`: it takes no part in the advice. */
export type Judgement = Level | "untold" | "unjudged";

export type Plot = {
  share: number;
  low: number;
  high: number;
  lines: Threshold | null;
  /** What the picture says, for those who do not see it. */
  label: string;
};

export type SignRow = {
  key: "shift" | "reactive" | "visibility" | "bottleneck";
  name: string;
  counts: string;
  /** Null where it cannot be told. */
  figure: string | null;
  interval: string | null;
  judgement: Judgement;
  chip: string;
  plot: Plot | null;
  notes: Sentence[];
  behind: { label: string; list: RequestList } | null;
};

const MOST_BEHIND = 60;

type Base = {
  key: SignRow["key"];
  judgement: Judgement;
  share: Share;
  lines: Threshold | null;
  notes: Sentence[];
  requests: readonly RequestIndex[];
};

export function signsOf(diagnosis: Diagnosis, voice: Voice, rows: RequestRows): SignRow[] {
  return [shift, reactive, visibility, bottleneck].map((read) => row(read(diagnosis, voice), voice, rows));
}

function row(base: Base, voice: Voice, rows: RequestRows): SignRow {
  const { words, tell, percent } = voice;
  const { key, judgement, share, lines, notes, requests } = base;
  const told = judgement !== "untold";
  const range = { low: percent(share.low), high: percent(share.high) };
  const figure = percent(share.share);
  return {
    key,
    name: words.sign[key],
    counts: words.sign.counts[key],
    figure: told ? figure : null,
    interval: told ? tell(words.sign.interval, range) : null,
    judgement,
    chip: words.sign.chip[judgement],
    plot: told
      ? {
          ...{ share: share.share, low: share.low, high: share.high, lines },
          label: lines
            ? tell(words.sign.plot, {
                figure,
                ...range,
                watch: percent(lines.watch),
                act: percent(lines.act),
              })
            : tell(words.sign.plotAlone, { figure, ...range }),
        }
      : null,
    notes,
    behind:
      requests.length === 0
        ? null
        : {
            label: tell(words.sign.behind, { count: requests.length }),
            list: rows(requests, MOST_BEHIND),
          },
  };
}

const judge = ({ told, level }: { told: boolean; level: Level }): Judgement => (told ? level : "untold");
const counts = ({ part, of }: Share) => ({ part, of });
const cannot = (text: Text, count: number, { say }: Voice): Sentence[] => [
  say(text, { count, least: FEWEST_TO_TELL }),
];

function shift({ signs, shifts }: Diagnosis, voice: Voice): Base {
  const { say, words, decimal } = voice;
  const { told, dropped, risk, requests, level } = signs.contextDroppedAtShift;
  const why =
    shifts.boundaries.length === 0 && dropped.of === 0
      ? [say(words.sign.noShift)]
      : cannot(words.sign.fewShift, dropped.of, voice);
  const beside = risk && {
    ratio: decimal(risk.ratio),
    low: decimal(risk.low),
    high: decimal(risk.high),
  };
  return {
    key: "shift",
    judgement: judge({ told, level }),
    share: dropped,
    lines: THRESHOLDS.dropped,
    notes: told
      ? [say(words.sign.shiftNote, counts(dropped)), ...(beside ? [say(words.sign.shiftRisk, beside)] : [])]
      : why,
    requests,
  };
}

function reactive({ signs, advice }: Diagnosis, voice: Voice): Base {
  const { say, words, hour } = voice;
  const { told, reactive: share, chased, requests, level } = signs.reactiveFollowUp;
  const span = advice.find(({ kind }) => kind === "agree_who_answers");
  const hours =
    span?.kind === "agree_who_answers"
      ? [say(words.sign.reactiveHours, { from: hour(span.fromHour), to: hour(span.toHour) })]
      : [];
  const chases = chased.of > 0 ? [say(words.sign.reactiveChased, counts(chased))] : [];
  return {
    key: "reactive",
    judgement: judge({ told, level }),
    share,
    lines: THRESHOLDS.reactive,
    notes: [
      ...(told
        ? [say(words.sign.reactiveNote, counts(share))]
        : cannot(words.sign.fewReactive, share.of, voice)),
      ...chases,
      ...(told ? hours : []),
    ],
    requests,
  };
}

function visibility({ signs, requests: all }: Diagnosis, { say, words, decimal }: Voice): Base {
  const { told, known, arrivalsPerWeek, workInProgress, byLittlesLaw, requests } = signs.visibility;
  return {
    key: "visibility",
    judgement: told ? "unjudged" : "untold",
    share: known,
    lines: null,
    notes: told
      ? [
          say(words.sign.visibilityNote, counts(known)),
          say(words.sign.flow, { arrivals: decimal(arrivalsPerWeek), open: workInProgress }),
          ...(byLittlesLaw === null ? [] : [say(words.sign.little, { count: decimal(byLittlesLaw) })]),
        ]
      : [say(words.sign.fewVisibility, { count: all.length, least: FEWEST_REQUESTS })],
    requests: told ? requests : [],
  };
}

function bottleneck({ signs, people }: Diagnosis, voice: Voice): Base {
  const { say, words } = voice;
  const { told, hanging, person, shares, requests, level } = signs.bottleneck;
  const name = person === null ? undefined : people[person]?.name;
  const small = [undefined, words.sign.onePerson, words.sign.twoPeople][shares.length];
  const few = small ? [say(small)] : cannot(words.sign.fewBottleneck, hanging.of, voice);
  const note = name
    ? say(words.sign.bottleneckNote, { ...counts(hanging), name: { name } })
    : say(words.sign.bottleneckNobody, counts(hanging));
  return {
    key: "bottleneck",
    judgement: judge({ told, level }),
    share: hanging,
    lines: THRESHOLDS.hanging,
    notes: told ? [note] : few,
    requests,
  };
}
