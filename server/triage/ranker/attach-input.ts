/** What the ranker is asked and what it answers. */
import type { Because } from "../../../shared/api/suggestion.ts";

/** A request the message may belong to. Only what stands in `baton triage attach` is needed; the rest sharpens. */
export type OpenRequest = {
  id: string;
  title: string;
  /** The last thing said in it, by us or by the client. */
  lastMessage: string;
  lastMessageBy?: "client" | "us" | null;
  openedMinutesAgo: number;
  lastEventMinutesAgo: number;
  place?: string | null;
  waitsOn?: string | null;
  state?: string;
  categoryLabel?: string | null;
  /** What was said in it before. */
  messageTexts?: string[];
};

export type IncomingMessage = {
  text: string;
  /** The request whose message it quotes. */
  quotesRequest: string | null;
  minutesSinceClientLast: number | null;
  /** What came: text, image, audio, location and so on. */
  kinds?: string[];
  categoryOdds?: { label: string; confidence: number }[];
};

export type AttachInput = { openRequests: OpenRequest[]; message: IncomingMessage };

/** "new", "none" or the id of an open request. */
export type Decision = string;

export type Odds = { decision: Decision; confidence: number; because: Reason[] };

export type Reason = { code: Because["code"]; words?: string[] };

export type Attached = {
  decision: Decision;
  /** Calibrated: of those at 0.8, eight in ten are right. */
  confidence: number;
  /** Every candidate, the best first; together 1. */
  odds: Odds[];
  /** Asks again and adds nothing, if it belongs to a request at all. */
  isChase: boolean;
  /** Answers what we asked in the request it most likely belongs to. */
  answersUs: boolean;
  /** Too unsure to be proposed. */
  abstains: boolean;
};
