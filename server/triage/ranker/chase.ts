/** Whether a message only asks again. Pure. */
import { did } from "../../../shared/words/said.ts";
import type { Relation, Scene } from "./scene.ts";

/** Words beyond which a message that asks again most likely says something new as well. */
const SAYS_MORE = 4;

/** Asks again, urges or only pings, without a new fact (measures.md 6). */
export function asksAgain({ said, gives }: Scene, relation: Relation): boolean {
  const isPing = said.isQuestion && said.smallTalk >= 1;
  const isBare = said.wordCount === 0 && said.isQuestion;
  if (!did(said, "chase") && !isPing && !isBare) return false;
  const saysMore = said.content.length - relation.sharedWords.length > SAYS_MORE;
  const isNews = (["photo", "place"] as const).some((kind) => gives.has(kind)) && !did(said, "chase");
  return !saysMore && !isNews;
}
