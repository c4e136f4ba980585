/** One message of a request as the measures see it: from a chat's words, or from what a live request's events say. */

export type Turn = {
  /** Milliseconds; only differences count. */
  at: number;
  /** Workers who speak in the same chat count as staff; bots and automatic notices stop no clock. */
  side: "client" | "staff" | "bot";
  /** The client asks again how it stands, urges, or only pings. */
  asks: boolean;
  /** No new fact and no answer in it. */
  addsNothing: boolean;
  /** Thanks, a closing word, an acknowledgement: waits for nothing. */
  isThanks: boolean;
  /** The client says that it is settled. */
  settles: boolean;
  /** The client takes the request back. */
  withdraws: boolean;
  /** The client wants something done, or something told. */
  wants: "work" | "answer" | null;
  /** We say that it is done. */
  completes: boolean;
  /** We answer what was asked. */
  answers: boolean;
};

/** Milliseconds of business time in (from, to]. */
export type BusinessClock = (from: number, to: number) => number;
