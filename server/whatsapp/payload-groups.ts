/** Groups made, changed and left: a line in the group's thread for each. */
import type { MessageContent } from "../../shared/message.ts";
import type { PayloadEvent } from "./payload-events.ts";
import { groupLine } from "./payload-happenings.ts";
import type { Around } from "./payload-message.ts";
import { readProblem } from "./payload-modifiers.ts";
import { personFrom } from "./payload-person.ts";
import { Anything, asFields, Flag, Id, Inner, List, phoneDigits, Time, Word } from "./payload-read.ts";

const Setting = Inner({ text: Word, update_successful: Anything, errors: Anything });
const Change = Inner({
  timestamp: Time,
  group_id: Id,
  type: Word,
  reason: Word,
  subject: Word,
  description: Word,
  wa_id: Id,
  user_id: Id,
  parent_user_id: Id,
  username: Word,
  added_participants: List,
  removed_participants: List,
  failed_participants: List,
  group_subject: Setting,
  group_description: Setting,
  profile_picture: Setting,
  errors: Anything,
});
const Member = Inner({ wa_id: Id, input: Word, username: Word, user_id: Id });

/** Null when it names no group: it is kept as a notice then. */
export function readGroupChange(value: unknown, around: Around): PayloadEvent | null {
  const change = Change.parse(value);
  if (!asFields(value) || !change.group_id) return null;
  const problem = readProblem(change.errors);
  return groupLine(around.about, {
    groupId: change.group_id,
    value,
    person: personFrom({
      phone: change.wa_id,
      userId: change.user_id,
      parentUserId: change.parent_user_id,
      username: change.username,
    }),
    saidAt: change.timestamp ?? around.receivedAt,
    content: { group: groupOf(change), why: { type: change.type ?? "group_change", ...problem } },
  });
}

function groupOf(change: ReturnType<typeof Change.parse>): MessageContent["group"] {
  const { added_participants: added, removed_participants: removed, failed_participants: failed } = change;
  const settings = {
    subject: change.group_subject,
    description: change.group_description,
    picture: change.profile_picture,
  };
  const refused = Object.entries(settings).flatMap(([name, setting]) => (isRefused(setting) ? name : []));
  const accepted = (setting: ReturnType<typeof Setting.parse>) =>
    isRefused(setting) ? undefined : setting.text;
  const subject = change.subject ?? accepted(change.group_subject);
  const description = change.description ?? accepted(change.group_description);
  const people = [...added, ...removed, ...failed].flatMap(memberName);
  return {
    ...(subject && { subject }),
    ...(description && { description }),
    ...(people.length > 0 && { people }),
    ...(change.reason && { reason: change.reason }),
    ...(refused.length > 0 && { refused }),
  };
}

const isRefused = ({ update_successful: wasDone }: ReturnType<typeof Setting.parse>): boolean =>
  wasDone !== undefined && !Flag.parse(wasDone);

function memberName(value: unknown): string | [] {
  const { username, wa_id: waId, input } = Member.parse(value);
  const phone = phoneDigits(waId ?? input);
  return username ? `@${username}` : phone ? `+${phone}` : [];
}
