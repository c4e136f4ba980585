/** Sign 2: follow-up only after the client writes again (measures.md 6). Pure. */
import { levelOf } from "../../measures/advice.ts";
import { FEWEST_TO_TELL, THRESHOLDS } from "../../measures/thresholds.ts";
import { wilson } from "../../measures/wilson.ts";
import type { Signs } from "../diagnosis.ts";
import type { FollowedRequest } from "../requests/read-requests.ts";

export function reactiveSign(followed: readonly FollowedRequest[]): Signs["reactiveFollowUp"] {
  let followUps = 0;
  let after = 0;
  let chased = 0;
  const sensitivity = { after5: 0, after60: 0 };
  const requests: number[] = [];
  for (const [place, { request, sensitivity: each }] of followed.entries()) {
    const reactive = request.followUps.filter((followUp) => followUp.after !== null).length;
    followUps += request.followUps.length;
    after += reactive;
    if (request.chases.length > 0) chased++;
    if (reactive > 0) requests.push(place);
    sensitivity.after5 += each.after5;
    sensitivity.after60 += each.after60;
  }
  const reactive = wilson(after, followUps);
  return {
    told: followUps >= FEWEST_TO_TELL,
    level: levelOf(reactive, THRESHOLDS.reactive),
    reactive,
    chased: wilson(chased, followed.length),
    sensitivity,
    requests,
  };
}
