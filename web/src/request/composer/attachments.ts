/** Files to be sent, by conversation. They live as long as the page does: no browser keeps them longer. */
import { useSyncExternalStore } from "react";
import { type AttachmentKind, planAttachment } from "./attachment-rules.ts";
import { shrinkPicture } from "./shrink-picture.ts";
import { startUpload, type Upload } from "./upload.ts";

export type UploadState =
  | { state: "preparing" }
  | { state: "uploading"; fraction: number }
  | { state: "ready"; uploadId: number }
  | { state: "failed"; error: unknown };

export type Attachment = {
  key: string;
  file: File;
  name: string;
  kind: AttachmentKind;
  /** What it was before it was drawn again. */
  remark: "shrunk" | "redrawn" | "asDocument" | null;
  originalType: string;
  caption: string;
  previewUrl: string | null;
  isVoice: boolean;
  upload: UploadState;
};

export type Refusal = { name: string; why: "empty" | "tooLarge" | "badType" | "unreadable" | "tooMany" };

type Held = { files: readonly Attachment[]; refusals: readonly Refusal[] };

const MOST = 30;
const NOTHING: Held = { files: [], refusals: [] };
const held = new Map<number, Held>();
const uploads = new Map<string, Upload>();
const listeners = new Set<() => void>();

const heldOf = (conversationId: number): Held => held.get(conversationId) ?? NOTHING;

function set(conversationId: number, next: Held): void {
  held.set(conversationId, next);
  for (const tell of listeners) tell();
}

function change(conversationId: number, key: string, to: Partial<Attachment>): void {
  const now = heldOf(conversationId);
  set(conversationId, {
    ...now,
    files: now.files.map((file) => (file.key === key ? { ...file, ...to } : file)),
  });
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export const useAttachments = (conversationId: number): Held =>
  useSyncExternalStore(subscribe, () => heldOf(conversationId));

const filesOf = (conversationId: number): readonly Attachment[] => heldOf(conversationId).files;

/** Each is looked at first; what can go is uploaded at once, so that sending is one press. */
export function attach(conversationId: number, files: readonly File[]): void {
  const room = MOST - filesOf(conversationId).length;
  const refusals: Refusal[] = files.length > room ? [{ name: files[room]?.name ?? "", why: "tooMany" }] : [];
  const taken: { attachment: Attachment; redraws: boolean }[] = [];
  for (const file of files.slice(0, room)) {
    const plan = planAttachment(file);
    if (plan.kind === "refuse") refusals.push({ name: file.name, why: plan.why });
    else taken.push({ attachment: anAttachment(file, plan.as, plan.remark), redraws: plan.redraws });
  }
  const now = heldOf(conversationId);
  set(conversationId, { files: [...now.files, ...taken.map(({ attachment }) => attachment)], refusals });
  for (const { attachment, redraws } of taken) void bring(conversationId, attachment, redraws);
}

/** A recording goes up the same way, and is waited for like a file. */
export async function uploadVoice(file: File): Promise<number> {
  return (await startUpload(file, "audio", () => undefined).done).id;
}

function anAttachment(file: File, kind: AttachmentKind, remark: Attachment["remark"]): Attachment {
  return {
    key: crypto.randomUUID(),
    file,
    name: file.name,
    kind,
    remark,
    originalType: file.type.replace(/^image\//, "").toUpperCase(),
    caption: "",
    previewUrl: kind === "image" || kind === "video" ? URL.createObjectURL(file) : null,
    isVoice: false,
    upload: { state: "preparing" },
  };
}

async function bring(conversationId: number, attachment: Attachment, redraws: boolean): Promise<void> {
  const { key } = attachment;
  const file = redraws ? await redrawn(conversationId, attachment) : attachment.file;
  // Somebody may have taken it away meanwhile.
  if (!filesOf(conversationId).some((other) => other.key === key)) return;
  const kindNow = filesOf(conversationId).find((other) => other.key === key)?.kind ?? attachment.kind;
  change(conversationId, key, { file, name: file.name, upload: { state: "uploading", fraction: 0 } });
  const upload = startUpload(file, kindNow, (fraction) =>
    change(conversationId, key, { upload: { state: "uploading", fraction } }),
  );
  uploads.set(key, upload);
  await upload.done.then(
    ({ id }) => change(conversationId, key, { upload: { state: "ready", uploadId: id } }),
    (error: unknown) => change(conversationId, key, { upload: { state: "failed", error } }),
  );
  uploads.delete(key);
}

/** What cannot be drawn goes as it is, as a document. */
async function redrawn(conversationId: number, { key, file }: Attachment): Promise<File> {
  try {
    const made = await shrinkPicture(file);
    return made;
  } catch {
    const now = heldOf(conversationId);
    change(conversationId, key, { kind: "document", remark: null });
    set(conversationId, {
      files: heldOf(conversationId).files,
      refusals: [...now.refusals, { name: file.name, why: "unreadable" }],
    });
    return file;
  }
}

export function retryUpload(conversationId: number, attachment: Attachment): void {
  void bring(conversationId, attachment, false);
}

/** Other words under it are another message: what was asked for before keeps its own. */
export const setCaption = (conversationId: number, key: string, caption: string): void =>
  change(conversationId, key, { caption });

export function detach(conversationId: number, key: string): void {
  uploads.get(key)?.cancel();
  const { files, refusals } = heldOf(conversationId);
  const gone = files.find((file) => file.key === key);
  if (gone?.previewUrl) URL.revokeObjectURL(gone.previewUrl);
  set(conversationId, { files: files.filter((file) => file.key !== key), refusals });
}

export const forgetRefusals = (conversationId: number): void =>
  set(conversationId, { ...heldOf(conversationId), refusals: [] });

/** All of them up, or the first that failed; one that is still on its way is waited for. */
export async function uploadedAll(conversationId: number): Promise<readonly Attachment[]> {
  await Promise.allSettled(
    filesOf(conversationId).map(({ key }) => uploads.get(key)?.done ?? Promise.resolve()),
  );
  // Those still being drawn have no upload yet.
  while (
    filesOf(conversationId).some(({ upload }) => upload.state === "preparing" || upload.state === "uploading")
  )
    await new Promise<void>((resolve) => {
      const stop = subscribe(() => {
        stop();
        resolve();
      });
    });
  return filesOf(conversationId);
}
