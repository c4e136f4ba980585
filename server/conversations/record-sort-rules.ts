/** A batch's events by what has to be done with them, and everybody they speak of. Pure. */
import type {
  IdentityEvent,
  MessageEvent,
  PersonEvent,
  PreferenceEvent,
  ReactionEvent,
  RevisionEvent,
  StatusEvent,
} from "../whatsapp/payload-events.ts";
import type { Link, Sighting } from "./record-people-rules.ts";

/** What of a delivery concerns conversations, with the number's row and the delivery it came by. */
export type Recorded<Event> = Event & { deliveryId: number; numberId: number };
export type RecordableEvent =
  | Recorded<MessageEvent | StatusEvent | ReactionEvent | RevisionEvent>
  | ((IdentityEvent | PersonEvent | PreferenceEvent) & { deliveryId: number });

export type Sorted = {
  messages: Recorded<MessageEvent>[];
  statuses: Recorded<StatusEvent>[];
  reactions: Recorded<ReactionEvent>[];
  revisions: Recorded<RevisionEvent>[];
  preferences: PreferenceEvent[];
  sightings: Sighting[];
  links: Link[];
};

export function sortOut(events: readonly RecordableEvent[]): Sorted {
  const sorted: Sorted = {
    messages: [],
    statuses: [],
    reactions: [],
    revisions: [],
    preferences: [],
    sightings: [],
    links: [],
  };
  for (const event of events) {
    switch (event.kind) {
      case "message":
        sorted.messages.push(event);
        if (event.person)
          sorted.sightings.push({ person: event.person, at: event.saidAt, creates: "always" });
        break;
      case "status":
        sorted.statuses.push(event);
        // A status about a stranger is worth a contact only when it teaches that two ids are one person.
        if (event.person) sorted.sightings.push({ person: event.person, at: event.at, creates: "if_linked" });
        break;
      case "reaction":
        sorted.reactions.push(event);
        if (event.thread) sorted.sightings.push({ person: event.thread, at: event.at, creates: "always" });
        break;
      case "revision":
        sorted.revisions.push(event);
        if (event.person) sorted.sightings.push({ person: event.person, at: event.at, creates: "always" });
        break;
      case "identity":
        sorted.links.push(event);
        break;
      case "person":
        sorted.sightings.push({ person: event.person, at: event.at, creates: "always" });
        break;
      case "preference":
        sorted.preferences.push(event);
        sorted.sightings.push({ person: event.person, at: event.at, creates: "always" });
        break;
      default:
        event satisfies never;
    }
  }
  return sorted;
}
