/** What a message needs beside itself: its file and its template, looked up and found fit before anything is written. */
import type { UploadKind } from "../../shared/api/uploads.ts";
import type { Outgoing } from "../../shared/outgoing.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { filledTemplate, type SentTemplate } from "./outgoing-template.ts";
import { misfitOf } from "./upload-rules.ts";
import { type KeptUpload, lockUpload } from "./upload-store.ts";
import { misfit } from "./uploads.ts";

export type Sender = {
  accountId: number | null;
  contactId: number | null;
  businessAccountId: string | null;
};

/** @throws UserError with what to do instead */
export async function givenFor(
  tx: Db,
  message: Outgoing,
  sender: Sender,
): Promise<{ file: KeptUpload | null; template: SentTemplate | null }> {
  const uploadId = "uploadId" in message ? (message.uploadId ?? null) : null;
  const file = uploadId === null ? null : await chosen(tx, uploadId, sender.accountId);
  if (message.kind === "template") {
    const { templateId, values } = message;
    const template = await filledTemplate(tx, { templateId, values, hasFile: file !== null, ...sender });
    const header = template.content.template?.header;
    if (file && header) refuseUnfit(file, header, false);
    return { file, template };
  }
  if (file && "uploadId" in message)
    refuseUnfit(file, message.kind, message.kind === "audio" && message.isVoice);
  return { file, template: null };
}

async function chosen(tx: Db, uploadId: number, accountId: number | null): Promise<KeptUpload> {
  const upload = await lockUpload(tx, uploadId, accountId);
  if (!upload)
    throw new UserError("not_found", "This file is not kept any more. Choose it again.", {
      code: "upload_gone",
    });
  return upload;
}

function refuseUnfit(upload: KeptUpload, as: UploadKind, isVoice: boolean): void {
  const wrong = misfitOf({ ...upload, mime: upload.mimeType }, as, isVoice);
  if (wrong) throw misfit(wrong, as);
}
