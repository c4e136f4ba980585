/** One thing that happens at a time of the morning. */
import type { State } from "../../shared/request.ts";

type Staff = "mariam" | "yusuf";

export type Turn = {
  at: string;
  by?: Staff;
  /** The request it is about, by its key. */
  about?: string;
  says?: { phone: string; message: { type: string } & Record<string, unknown> };
  opens?: { key: string; title: string; place?: string; priority?: string };
  sorts?: "belongs" | "answers" | "chase" | "no_request";
  move?: State;
  worker?: string;
  waitsOn?: "client" | "third_party";
  reason?: string;
  next?: { text: string; at: string };
  promise?: string;
  note?: string;
  reply?: string;
};

export type Job = {
  key: string;
  at: string;
  by: Staff;
  title: string;
  client: string;
  place: string;
  isUrgent?: boolean;
  /** 6 asks for no work. */
  categoryId?: number;
  turns: Omit<Turn, "about">[];
};
