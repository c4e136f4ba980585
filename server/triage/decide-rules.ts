/** What is certain about a message that came in, and decided without a person. Everything else waits in the tray.
 * Rather silent than wrong. Pure. */

import { did, didMore, type Said } from "../../shared/words/said.ts";
import type { AttachInput, Reason } from "./ranker/attach-input.ts";
import { asksAgain } from "./ranker/chase.ts";
import { type Relation, type Scene, setScene } from "./ranker/scene.ts";

export type DecideInput = AttachInput & {
  /** A button or list of ours was pressed: of this request. */
  pressedButtonOf?: string | null;
  /** Business minutes since our last word in the only open request; calendar time where no calendar is known. */
  businessMinutesSinceOurs?: number | null;
};

export type SureDecision = {
  kind: "opens" | "belongs" | "answers" | "chase" | "no_request";
  requestId: string | null;
  rule: "button" | "quote" | "acknowledgement" | "photo_after" | "answer" | "chase" | "continues";
  because: Reason[];
};

/** measures.md 6: below this the client only goes on talking. */
const CHASE_AFTER_MINUTES = 15;
const CHASE_AFTER_ANSWER_MINUTES = 240;
const BURST_MINUTES = 5;
const PHOTO_AFTER_MINUTES = 10;
const STILL_FRESH_MINUTES = 24 * 60;
/** Words; what is longer may answer and say more. */
const SHORT_ANSWER = 8;
/** We asked, or did not, beyond doubt. */
const SURELY = 0.9;
const SURELY_NOT = 0.1;

export function decideSurely(input: DecideInput): SureDecision | null {
  const { pressedButtonOf, openRequests } = input;
  if (pressedButtonOf && openRequests.some(({ id }) => id === pressedButtonOf))
    return { kind: "answers", requestId: pressedButtonOf, rule: "button", because: [{ code: "button" }] };
  const scene = setScene(input);
  return (
    byQuote(scene) ??
    byAcknowledgement(scene) ??
    byPhoto(scene) ??
    byAnswer(scene) ??
    byChase(scene, input) ??
    byContinuation(scene)
  );
}

function byQuote(scene: Scene): SureDecision | null {
  const { said, relations } = scene;
  const quoted = relations.find(({ isQuoted }) => isQuoted);
  if (!quoted || speaksOfNew(said) || fitsAnotherBetter(quoted, relations)) return null;
  const because: Reason[] = [{ code: "quotes" }];
  const on = { requestId: quoted.request.id, rule: "quote" as const, because };
  if (isAcknowledgement(said) && quoted.asked < SURELY_NOT)
    return { ...on, kind: "no_request", requestId: null };
  const isAnswer =
    quoted.asked >= SURELY &&
    quoted.answers.length > 0 &&
    said.wordCount <= SHORT_ANSWER &&
    !did(said, "broken");
  if (!isAnswer && (isPolite(said) || soundsNew(scene, quoted))) return null;
  if (asksAgain(scene, quoted)) return { ...on, kind: "chase" };
  return { ...on, kind: isAnswer ? "answers" : "belongs" };
}

/** Friendly words in it: perhaps nothing is to be done. */
const isPolite = (said: Said): boolean =>
  said.hasEmoji ||
  (["thanks", "ok", "praise", "greeting", "farewell", "later"] as const).some((act) => did(said, act));

/** By the way it is said, and nothing in it that the quoted request knows. */
const soundsNew = ({ said, tones }: Scene, quoted: Relation): boolean =>
  quoted.sharedWords.length === 0 &&
  quoted.sharedFigures.length === 0 &&
  ((tones[0] ?? 0) >= Math.max(...tones) ||
    [...quoted.clashes].some((group) => group !== "thing") ||
    did(said, "broken") ||
    did(said, "need"));

const fitsAnotherBetter = (one: Relation, relations: readonly Relation[]): boolean =>
  relations.some(
    (other) =>
      other !== one &&
      (other.likeness > one.likeness || other.sharedFigures.length > one.sharedFigures.length),
  );

const speaksOfNew = (said: Said): boolean =>
  (["also", "other", "price", "wrong_chat", "spam", "auto"] as const).some((act) => did(said, act)) ||
  (did(said, "ask") && said.isQuestion);

const GLAD =
  /^(?:👍|👌|🙏|🙌|❤|💙|💚|💛|🧡|💜|🤍|🖤|♥|😊|🙂|😀|😃|😄|😁|😆|🤗|🥰|😍|😘|🎉|🥳|✅|💪|👏|🌹|🌸|💐|🌟|⭐|✨|💯|🤝|☺|😇|🤩|🤲|🏻|🏼|🏽|🏾|🏿|♂|♀)$/u;

/** Thanks, an okay, a glad emoji, and nothing else at all. */
function isAcknowledgement(said: Said): boolean {
  if (said.isQuestion || said.smallTalk < 1 === said.wordCount > 0) return false;
  const signs = said.tokens.filter(({ isSign, folded }) => isSign && folded !== "!");
  if (!signs.every(({ folded }) => GLAD.test(folded))) return false;
  if (said.wordCount === 0) return signs.length > 0;
  const isMore = (["no", "need", "chase", "urge", "also", "broken", "ask", "agree"] as const).some((act) =>
    didMore(said, act),
  );
  return (did(said, "thanks") || did(said, "ok") || did(said, "praise") || did(said, "farewell")) && !isMore;
}

function byAcknowledgement({ said, relations }: Scene): SureDecision | null {
  if (!isAcknowledgement(said) || relations.some(({ asked }) => asked > SURELY_NOT)) return null;
  const code = did(said, "thanks") ? "thanks" : said.wordCount === 0 ? "no_words" : "words";
  const words = said.tokens.map(({ written }) => written).slice(0, 5);
  return {
    kind: "no_request",
    requestId: null,
    rule: "acknowledgement",
    because: [code === "no_words" ? { code } : { code, words: [words.join(" ")] }],
  };
}

/** A picture without words, minutes after the client's own words on one open request. */
function byPhoto({ isWordless, input, relations }: Scene): SureDecision | null {
  const { message } = input;
  const since = message.minutesSinceClientLast;
  if (!isWordless || !message.kinds?.some((kind) => kind === "image" || kind === "video")) return null;
  if (since === null || since > PHOTO_AFTER_MINUTES) return null;
  const fresh = relations.filter(({ request }) => request.lastEventMinutesAgo <= PHOTO_AFTER_MINUTES);
  const [only] = fresh;
  if (fresh.length !== 1 || !only || only.request.lastMessageBy !== "client") return null;
  return {
    kind: "belongs",
    requestId: only.request.id,
    rule: "photo_after",
    because: [{ code: "no_words" }, { code: "just_now" }],
  };
}

/** We asked in one request alone, and this is nothing but what was asked for. */
function byAnswer({ said, relations, isWordless, input }: Scene): SureDecision | null {
  const asking = relations.filter(({ asked }) => asked > SURELY_NOT);
  const [only] = asking;
  if (asking.length !== 1 || !only || only.asked < SURELY || only.answers.length === 0) return null;
  if (only.request.lastEventMinutesAgo > STILL_FRESH_MINUTES || speaksOfNew(said) || said.isQuestion)
    return null;
  if (did(said, "later") || did(said, "thanks") || did(said, "greeting")) return null;
  const isYesOrNo = said.wordCount <= 3 && only.answers.includes("yes_no") && said.content.length === 0;
  if ((["farewell", "praise", "here", "visitor", "chase"] as const).some((act) => did(said, act)))
    return null;
  const isTime = only.answers.includes("time") && said.wordCount <= 5 && said.content.length === 0;
  const isNumber =
    only.answers.includes("number") &&
    said.figures.size === 1 &&
    said.wordCount <= 2 &&
    said.content.length === 0;
  const isPhoto = only.answers.includes("photo") && isWordless && Boolean(input.message.kinds?.length);
  if (!isYesOrNo && !isTime && !isNumber && !isPhoto) return null;
  return {
    kind: "answers",
    requestId: only.request.id,
    rule: "answer",
    because: [{ code: "we_asked" }, ...(relations.length === 1 ? [{ code: "only_open" as const }] : [])],
  };
}

/** measures.md 6, of the only open request: (A) unanswered since the client's own words, or (B) answered long ago. */
function byChase(scene: Scene, { businessMinutesSinceOurs }: DecideInput): SureDecision | null {
  const { said, relations, input } = scene;
  const [only] = relations;
  if (relations.length !== 1 || !only || !did(said, "chase") || !asksAgain(scene, only)) return null;
  if (speaksOfNew(said) || did(said, "solved") || did(said, "cancel") || said.figures.size > 0) return null;
  if (said.content.length > only.sharedWords.length) return null;
  const spokeLast = only.request.lastMessageBy;
  const since = input.message.minutesSinceClientLast;
  const unanswered = spokeLast === "client" && since !== null && since >= CHASE_AFTER_MINUTES;
  const quiet = businessMinutesSinceOurs ?? only.request.lastEventMinutesAgo;
  const longAnswered = spokeLast === "us" && only.asked < SURELY_NOT && quiet >= CHASE_AFTER_ANSWER_MINUTES;
  if (!unanswered && !longAnswered) return null;
  return {
    kind: "chase",
    requestId: only.request.id,
    rule: "chase",
    because: [{ code: "asks_again" }, { code: "only_open" }],
  };
}

/** The only open request, its own words or figures again, within the hour or in the same burst. */
function byContinuation({ said, relations, input, contentWeight }: Scene): SureDecision | null {
  const [only] = relations;
  if (relations.length !== 1 || !only || speaksOfNew(said)) return null;
  if ((["need", "broken", "later", "greeting"] as const).some((act) => did(said, act))) return null;
  if (only.clashes.size > 0 || only.figuresClash || said.isQuestion || said.smallTalk > 0) return null;
  const since = input.message.minutesSinceClientLast;
  const inBurst =
    since !== null && since <= BURST_MINUTES && only.request.lastEventMinutesAgo <= BURST_MINUTES;
  const isFresh = only.request.lastEventMinutesAgo <= STILL_FRESH_MINUTES;
  const sameWords = only.sharedWords.length >= 2 && only.likeness >= 0.5 * contentWeight;
  const sameFigure = only.sharedFigures.length > 0;
  if (!(isFresh && (sameFigure || sameWords)) || !(inBurst || sameFigure)) return null;
  return {
    kind: "belongs",
    requestId: only.request.id,
    rule: "continues",
    because: [
      sameFigure
        ? { code: "names_number", words: only.sharedFigures }
        : { code: "shares_words", words: only.sharedWords.map(({ written }) => written).slice(0, 3) },
      { code: "only_open" },
    ],
  };
}
