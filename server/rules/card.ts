/** What a rule can ask about: an incoming request as a card shows it, before or after it is sorted. */
import type { Priority } from "../../shared/request.ts";
import type { Content } from "../../shared/rule.ts";

export type Card = {
  numberId: number | null;
  /** All it says in words. */
  text: string;
  contents: readonly Content[];
  /** Null: a group. */
  contact: { kinds: readonly string[]; isNew: boolean; openRequests: number } | null;
  categoryId: number | null;
  priority: Priority;
  place: string | null;
  /** When the last of it was written: hours are of that moment, however late it came. */
  saidAt: Date;
  /** Since when it waits. */
  since: Date;
  /** How often the most chased open request of theirs was. */
  chases: number;
};

/** How a message's kind counts. */
export function contentOf(kind: string): Content | null {
  switch (kind) {
    case "image":
      return "photo";
    case "video":
      return "video";
    case "audio":
      return "voice";
    case "document":
      return "document";
    case "location":
      return "location";
    case "contacts":
      return "contact_card";
    default:
      return null;
  }
}
