/** From what was found in a chat to signs, verdict and advice. Pure. */
import { verdictOf } from "../../measures/advice.ts";
import { businessBetween } from "../../measures/business-time.ts";
import { FEW_CHASED } from "../../measures/thresholds.ts";
import type { BusinessClock } from "../../measures/turn.ts";
import type { Diagnosis, Languages, Person, Signs } from "../diagnosis.ts";
import { type Found, readRequests } from "../requests/read-requests.ts";
import { advise } from "./advise.ts";
import { bottleneckSign } from "./bottleneck-sign.ts";
import { notToldIn } from "./not-told.ts";
import { reactiveSign } from "./reactive-sign.ts";
import { shiftSign } from "./shift-sign.ts";
import { timesOf } from "./times.ts";
import { visibilitySign } from "./visibility-sign.ts";
import { changeWeek, chasesByHour, weeksOf } from "./weeks.ts";

type Findings = Omit<Found, "people"> & { people: Person[]; languages: Languages };

export function conclude(found: Findings): Diagnosis {
  const { chat, people, languages, readings, shifts } = found;
  const followed = readRequests(found);
  const requests = followed.map(({ request }) => request);
  const business: BusinessClock = (from, to) => businessBetween(shifts.hours, from, to);
  const signs: Signs = {
    contextDroppedAtShift: shiftSign(followed, shifts, business),
    reactiveFollowUp: reactiveSign(followed),
    visibility: visibilitySign(followed, chat, readings),
    bottleneck: bottleneckSign(followed, { chat, people, readings }, business),
  };
  const weeks = weeksOf(followed);
  const since = changeWeek(weeks);
  const verdict = verdictOf([signs.contextDroppedAtShift, signs.reactiveFollowUp, signs.bottleneck], {
    count: requests.length,
    chasedHigh: signs.reactiveFollowUp.chased.high,
    chasedLimit: FEW_CHASED,
    isRising: since !== null,
  });
  const hours = chasesByHour(followed, chat);
  return {
    chat,
    people,
    languages,
    shifts,
    requests,
    signs,
    verdict,
    advice: advise({ verdict, signs, shifts, requests, chasesByHour: hours }),
    notTold: notToldIn({ chat, people, languages, shifts, requests, signs, verdict }),
    times: timesOf(followed, chat.messages.at(-1)?.at ?? 0, business),
    weeks,
    since,
    chasesByHour: hours,
  };
}
