/** The verdict as a headline, and why in two or three sentences. */
import { FEWEST_REQUESTS } from "../../measures/thresholds.ts";
import type { Diagnosis, Level } from "../diagnosis.ts";
import type { Sentence } from "./sentence.ts";
import type { Voice } from "./voice.ts";

export function verdictOf(diagnosis: Diagnosis, voice: Voice): { headline: string; why: Sentence[] } {
  const { say, tell, words } = voice;
  const { verdict } = diagnosis;
  const raised = raisedSigns(diagnosis, voice);
  const headline =
    verdict === "add_structure"
      ? tell(words.verdict.add_structure, { count: Math.max(1, raised.length) })
      : tell(words.verdict[verdict]);
  if (verdict === "not_enough") {
    const count = diagnosis.requests.length;
    const why = count < FEWEST_REQUESTS ? say(words.why.few, { count }) : say(words.why.fewOfEach);
    return { headline, why: [why, ...raised] };
  }
  const opening = { stay: [say(words.why.works)], watch: [say(words.why.mostlyWorks)], add_structure: [] };
  return {
    headline,
    why: [
      ...opening[verdict],
      ...flow(diagnosis, voice),
      ...raised,
      ...rising(diagnosis, voice),
      ...quietSigns(diagnosis, voice),
    ],
  };
}

function flow({ times, requests, verdict }: Diagnosis, { say, words, duration }: Voice): Sentence[] {
  // Where something breaks, what breaks comes first and this says little.
  if (verdict === "add_structure") return [];
  const { median } = times.resolution.calendar;
  if (median !== null) return [say(words.why.halfWithin, { time: duration(median) })];
  const open = requests.filter(({ resolved }) => resolved === "open").length;
  return open * 2 > requests.length ? [say(words.why.noHalf)] : [];
}

/** What a verdict rests on where no sign does: chases that run ahead, or how few of them there are. */
function rising({ verdict, since, signs }: Diagnosis, { say, words, longDate }: Voice): Sentence[] {
  if (verdict !== "stay" && since !== null) return [say(words.why.rising, { date: longDate(since) })];
  const { told, chased } = signs.reactiveFollowUp;
  return told || chased.of === 0 ? [] : [say(words.why.askedAgain, countsOf(chased))];
}

const isRaised = (sign: { told: boolean; level: Level }): boolean => sign.told && sign.level !== "quiet";

function raisedSigns({ signs, people, advice }: Diagnosis, { say, words, hour }: Voice): Sentence[] {
  const all: Sentence[] = [];
  const { contextDroppedAtShift: shift, reactiveFollowUp: reactive, bottleneck } = signs;
  if (isRaised(shift)) all.push(say(words.why.shift, countsOf(shift.dropped)));
  if (isRaised(reactive)) {
    const span = advice.find(({ kind }) => kind === "agree_who_answers");
    all.push(
      span?.kind === "agree_who_answers"
        ? say(words.why.reactiveHours, {
            ...countsOf(reactive.reactive),
            from: hour(span.fromHour),
            to: hour(span.toHour),
          })
        : say(words.why.reactive, countsOf(reactive.reactive)),
    );
  }
  const person = bottleneck.person === null ? undefined : people[bottleneck.person];
  if (isRaised(bottleneck) && person)
    all.push(say(words.why.bottleneck, { ...countsOf(bottleneck.hanging), name: { name: person.name } }));
  return all;
}

function quietSigns({ signs }: Diagnosis, { say, words }: Voice): Sentence[] {
  const { contextDroppedAtShift: shift, reactiveFollowUp: reactive, bottleneck } = signs;
  return [
    { sign: shift, text: words.why.quiet.shift },
    { sign: reactive, text: words.why.quiet.reactive },
    { sign: bottleneck, text: words.why.quiet.bottleneck },
  ]
    .filter(({ sign }) => sign.told && sign.level === "quiet")
    .map(({ text }) => say(text));
}

const countsOf = ({ part, of }: { part: number; of: number }) => ({ part, of });
