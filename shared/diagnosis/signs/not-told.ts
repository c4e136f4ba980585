/** What the chat cannot tell, with how much of it. Pure. */
import { FEWEST_REQUESTS } from "../../measures/thresholds.ts";
import type { Chat, MessageKind } from "../chat.ts";
import type { Diagnosis, NotTold } from "../diagnosis.ts";

/** Under it a person may as well be on another side. */
const SURE = 0.6;
/** Whoever said less is too little to be unsure of. */
const SPOKE = 3;
/** Of the messages in a language nobody taught us; less is a loan word here and there. */
const UNREAD = 0.05;

type Findings = Pick<
  Diagnosis,
  "chat" | "people" | "languages" | "shifts" | "requests" | "signs" | "verdict"
>;

export function notToldIn({
  chat,
  people,
  languages,
  shifts,
  requests,
  signs,
  verdict,
}: Findings): NotTold[] {
  const counts = countKinds(chat);
  const notTold: NotTold[] = [];
  const add = (one: NotTold, isSo: boolean): void => {
    if (isSo) notTold.push(one);
  };
  const few = FEWEST_REQUESTS - requests.length;
  add({ kind: "too_few_requests", missing: few }, verdict === "not_enough" && few > 0);
  const { certainty } = chat.dateOrder;
  if (certainty === "inferred" || certainty === "ambiguous") add({ kind: "date_order", certainty }, true);
  add({ kind: "unreadable", count: chat.unreadable.count }, chat.unreadable.count > 0);
  add({ kind: "language", share: languages.unread }, languages.unread >= UNREAD);
  const unsure = people.flatMap(({ certainty, messages }, index) =>
    certainty < SURE && messages >= SPOKE ? [index] : [],
  );
  add({ kind: "role_unsure", people: unsure }, unsure.length > 0);
  for (const [index, { perhapsSameAs }] of people.entries())
    if (perhapsSameAs !== null && (perhapsSameAs > index || people[perhapsSameAs]?.perhapsSameAs !== index))
      add({ kind: "perhaps_one_person", people: [index, perhapsSameAs] }, true);
  for (const what of ["photos", "voice_notes", "videos", "files"] as const)
    add({ kind: "left_out", what, count: counts[what] }, counts[what] > 0);
  add({ kind: "calls", count: counts.calls }, counts.calls > 0);
  add({ kind: "deleted", count: counts.deleted }, counts.deleted > 0);
  const open = requests.filter(({ resolved }) => resolved === "open").length;
  add({ kind: "no_clear_end", count: open }, open > 0);
  add({ kind: "one_person" }, signs.bottleneck.shares.length === 1);
  add({ kind: "one_shift" }, shifts.boundaries.length === 0);
  return notTold;
}

type Counted = "photos" | "voice_notes" | "videos" | "files" | "calls" | "deleted";

/** Nobody listens to a voice note here, even where the export holds it; the rest counts where it was left out. */
function countKinds({ messages }: Chat): Record<Counted, number> {
  const counts = { photos: 0, voice_notes: 0, videos: 0, files: 0, calls: 0, deleted: 0 };
  for (const { kind, file } of messages) {
    const counted = COUNTED[kind];
    if (counted && (file === null || counted === "voice_notes")) counts[counted]++;
  }
  return counts;
}

const COUNTED: Partial<Record<MessageKind, Counted>> = {
  photo: "photos",
  view_once: "photos",
  voice: "voice_notes",
  audio: "voice_notes",
  video: "videos",
  gif: "videos",
  document: "files",
  media: "files",
  call: "calls",
  deleted: "deleted",
};
