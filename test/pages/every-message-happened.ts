/** What happens in a thread besides words: reactions, edits, calls, hand-overs, and a group's life. */
import { type Change, change, echo, OUR_NUMBER, type Someone, said, status, text } from "../deliveries.ts";
import { type At, FATIMA, type Files, from, OURS } from "./every-message-who.ts";

export const edit = (id: string, target: string, body: string, at: number): Change =>
  said(
    `wamid.${id}`,
    { type: "edit", edit: { original_message_id: target, message: { type: "text", text: { body } } } },
    FATIMA,
    at,
  );

export function reacted(at: At): Change[] {
  const react = (id: string, target: string, emoji: string, time: string) =>
    said(`wamid.${id}`, { type: "reaction", reaction: { message_id: target, emoji } }, FATIMA, at(time));
  const ours = (id: string, target: string, emoji: string, time: string) =>
    echo(`wamid.${id}`, { type: "reaction", reaction: { message_id: target, emoji } }, FATIMA, at(time));
  return [
    react("r1", "wamid.question", "❤️", "08:21"),
    react("r2", "wamid.question", "☺️", "08:22"),
    react("r3", "wamid.old2", "😂", "08:22"),
    react("r4", "wamid.old2", "", "08:23"),
    ours("r5", "wamid.photo", "☺️", "08:30"),
    react("r6", "wamid.photo", "☺️", "08:30"),
    react("r7", "wamid.notHere1", "❤️", "08:41"),
    edit("r8", "wamid.notHere2", "later", at("08:41")),
    said(
      "wamid.r9",
      { type: "revoke", revoke: { original_message_id: "wamid.notHere3" } },
      FATIMA,
      at("08:41"),
    ),
  ];
}

export function happened(at: At, files: Files): Change[] {
  const call = (id: string, event: string, time: string, more: Change) =>
    change(
      {
        contacts: [{ wa_id: FATIMA.waId, user_id: FATIMA.bsuid, profile: { name: FATIMA.name } }],
        calls: [
          { id, ...from, to: OURS, event, timestamp: String(at(time)), direction: "USER_INITIATED", ...more },
        ],
      },
      "calls",
    );
  const us = (id: string, body: string, time: string) =>
    echo(`wamid.${id}`, { type: "text", text: { body } }, FATIMA, at(time));
  return [
    call("c1", "connect", "08:45", {}),
    call("c1", "terminate", "08:47", { status: "COMPLETED", duration: 100 }),
    call("c2", "terminate", "08:48", { status: "FAILED" }),
    call("c3", "terminate", "08:49", {
      from: OURS,
      to: FATIMA.waId,
      direction: "BUSINESS_INITIATED",
      status: "REJECTED",
    }),
    us("delivered", "We are on our way.", "08:50"),
    status("wamid.delivered", "delivered", at("08:50")),
    status("wamid.delivered", "warning", at("08:50")),
    us("failed", "Are you at home?", "08:51"),
    status("wamid.failed", "failed", at("08:51"), { errors: [{ code: 131026 }] }),
    echo(
      "wamid.played",
      { type: "audio", audio: { ...files.voice, mime_type: "audio/ogg", voice: true } },
      FATIMA,
      at("08:52"),
    ),
    status("wamid.played", "played", at("08:53")),
    change(
      {
        sender: { phone_number: FATIMA.waId },
        recipient: { phone_number_id: OUR_NUMBER, display_phone_number: OURS },
        type: "control_passed",
        timestamp: String(at("08:55")),
        control_passed: {
          previous_owner_role: "ai_agent",
          new_owner_role: "escalation",
          metadata: "asked for a person",
          conversation_context: { summary: { text: "The boiler leaks; she is at home until noon." } },
        },
      },
      "messaging_handovers",
    ),
    change(
      {
        standby: {
          messages: [
            {
              ...from,
              id: "wamid.standby",
              timestamp: String(at("08:53")),
              type: "text",
              text: { body: "Is anybody there?" },
            },
          ],
        },
      },
      "standby",
    ),
    change(
      {
        standby: {
          message_echoes: [
            {
              id: "wamid.agent",
              timestamp: String(at("08:54")),
              message: { to: FATIMA.waId, type: "text", text: { body: "I pass you on to a colleague." } },
            },
          ],
        },
      },
      "standby",
    ),
    change(
      {
        user_preferences: [
          {
            wa_id: FATIMA.waId,
            user_id: FATIMA.bsuid,
            category: "marketing_messages",
            value: "stop",
            timestamp: at("08:56"),
          },
        ],
      },
      "user_preferences",
    ),
    said(
      "wamid.code",
      {
        type: "system",
        system: { type: "customer_identity_changed", body: "Fatima’s security code changed." },
      },
      FATIMA,
      at("08:57"),
    ),
  ];
}

/** Delivered after the rest, as it comes. */
export function movedNumber(at: At): Change[] {
  return [
    said(
      "wamid.newNumber",
      {
        type: "system",
        system: {
          type: "user_changed_number",
          body: "Fatima changed to +971 50 111 0002.",
          wa_id: "971501110002",
          user_id: "AE.F2",
          previous_user_id: FATIMA.bsuid,
        },
      },
      FATIMA,
      at("08:58"),
    ),
    text(
      "wamid.last",
      "From my new number: see you at 10:30",
      { waId: "971501110002", bsuid: "AE.F2", name: FATIMA.name },
      at("08:59"),
    ),
  ];
}

const GROUP = "R1JPVVAtU0lURTQ";

export function saidInGroup(at: At): Change[] {
  const group = (field: string, time: string, body: Change) =>
    change({ groups: [{ timestamp: String(at(time)), group_id: GROUP, ...body }] }, field);
  const suresh: Someone = { waId: "971502220001", bsuid: "AE.S1", name: "Suresh P." };
  const omar: Someone = { waId: "971502220002", bsuid: "AE.O1", name: "عمر حداد" };
  const say = (id: string, who: Someone, time: string, body: string) =>
    said(`wamid.${id}`, { type: "text", text: { body }, group_id: GROUP }, who, at(time));
  const seen = (what: string, member: string) =>
    status("wamid.gOurs", what, at("09:10"), {
      recipient_id: GROUP,
      recipient_type: "group",
      recipient_participant_id: member,
    });
  return [
    group("group_lifecycle_update", "09:00", {
      type: "group_create",
      subject: "Site 4 crew",
      description: "Who is on site, what is missing",
    }),
    group("group_participants_update", "09:01", {
      type: "group_participants_add",
      reason: "invite_link",
      added_participants: [{ wa_id: suresh.waId }, { username: "omar.h" }],
    }),
    group("group_participants_update", "09:02", {
      type: "group_join_request_created",
      join_request_id: "j",
      wa_id: "971502220009",
    }),
    say("g1", suresh, "09:03", "The lift is out. Tools come by the stairs."),
    say("g2", omar, "09:04", "نحتاج مفتاح غرفة المضخة"),
    echo(
      "wamid.gOurs",
      { type: "text", text: { body: "The keeper brings the key at 10." }, group_id: GROUP, to: undefined },
      {},
      at("09:05"),
    ),
    ...["1", "2", "3"].map((member) => seen("read", member)),
    seen("delivered", "4"),
    seen("failed", "5"),
    group("group_settings_update", "09:11", {
      type: "group_settings_update",
      group_subject: { text: "Site 4, Al Barsha", update_successful: true },
      group_description: { text: "x", update_successful: false, errors: [{ code: 100 }] },
    }),
    group("group_status_update", "09:12", { type: "group_suspend" }),
  ];
}
