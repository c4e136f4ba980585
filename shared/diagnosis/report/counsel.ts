/** What to do in which order, what could not be told, and how each figure is made. */
import { FEWEST_TO_TELL, THRESHOLDS } from "../../measures/thresholds.ts";
import type { Advice, Diagnosis, NotTold } from "../diagnosis.ts";
import type { Sentence } from "./sentence.ts";
import { MINUTE, type Voice } from "./voice.ts";

export function adviceOf(diagnosis: Diagnosis, voice: Voice): Sentence[] {
  return diagnosis.advice.map((advice) => oneAdvice(advice, diagnosis, voice));
}

function oneAdvice(
  advice: Advice,
  { people }: Diagnosis,
  { say, words, hour, clock, list }: Voice,
): Sentence {
  switch (advice.kind) {
    case "stay_as_you_are":
    case "next_step_and_time":
    case "leave_the_group":
      return say(words.advice[advice.kind]);
    case "hand_over_open_requests": {
      // The same hour on several days is one time to say.
      const times = [...new Set(advice.boundaries.map((minute) => minute % 1440))].sort((a, b) => a - b);
      const said = times.slice(0, 4).map((minute) => [clock(minute * MINUTE)]);
      return say(words.advice.hand_over_open_requests, { times: list(said) });
    }
    case "agree_who_answers":
      return say(words.advice.agree_who_answers, { from: hour(advice.fromHour), to: hour(advice.toHour) });
    case "share_what_one_knows":
      return say(words.advice.share_what_one_knows, { name: { name: people[advice.person]?.name ?? "" } });
    case "measure_again":
      return say(words.advice.measure_again, { count: advice.weeks });
    case "gather_more":
      return say(words.advice.gather_more, { count: advice.requestsMissing });
    default:
      return advice satisfies never;
  }
}

/** What no chat can tell stands at the end. */
export function notToldOf(diagnosis: Diagnosis, voice: Voice): Sentence[] {
  const { words, say } = voice;
  return [...diagnosis.notTold.map((one) => oneNotTold(one, diagnosis, voice)), say(words.notTold.outside)];
}

function oneNotTold(one: NotTold, { people, chat }: Diagnosis, voice: Voice): Sentence {
  const { say, words, percent, names } = voice;
  const nameOf = (index: number): string => people[index]?.name ?? "";
  switch (one.kind) {
    case "left_out":
      return say(words.notTold[one.what], { count: one.count });
    case "calls":
    case "deleted":
    case "no_clear_end":
    case "unreadable":
      return say(words.notTold[one.kind], { count: one.count });
    case "perhaps_one_person":
      return say(words.notTold.perhaps_one_person, {
        one: { name: nameOf(one.people[0]) },
        two: { name: nameOf(one.people[1]) },
      });
    case "language":
      return say(words.notTold.language, { share: percent(one.share) });
    case "date_order":
      return say(one.certainty === "ambiguous" ? words.notTold.dateAmbiguous : words.notTold.dateConcluded, {
        order: words.order[chat.dateOrder.order],
      });
    case "role_unsure":
      return say(words.notTold.role_unsure, { names: names(one.people.map(nameOf)) });
    case "too_few_requests":
      return say(words.notTold.too_few_requests, { count: one.missing });
    case "one_shift":
    case "one_person":
      return say(words.notTold[one.kind]);
    default:
      return one satisfies never;
  }
}

export function definitionsOf({ words, tell, percent }: Voice): {
  interval: string;
  terms: { term: string; text: string }[];
} {
  const { how } = words;
  const lines = {
    shift: THRESHOLDS.dropped,
    reactive: THRESHOLDS.reactive,
    bottleneck: THRESHOLDS.hanging,
  };
  const plain = (["request", "chase", "resolved"] as const).map((key) => how[key]);
  const signs = (["shift", "reactive", "visibility", "bottleneck"] as const).map((key) => {
    const [term = "", text = ""] = how[key];
    if (key === "visibility") return [term, text];
    const { watch, act } = lines[key];
    return [term, tell(text, { watch: percent(watch), act: percent(act) })];
  });
  const rest = (["times", "advice"] as const).map((key) => how[key]);
  return {
    interval: tell(how.interval, { least: FEWEST_TO_TELL }),
    terms: [...plain, ...signs, ...rest].map(([term = "", text = ""]) => ({ term, text })),
  };
}
