/** A chosen file comes in as a form; its bytes go to the store as they arrive. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { UPLOAD_KINDS, type Upload, uploadsApi } from "../../shared/api/uploads.ts";
import { UserError } from "../errors.ts";
import { NoForm, readParts } from "../http/multipart.ts";
import { serve } from "../http/route.ts";
import { keepUpload, type UploadParts } from "./uploads.ts";

const Kind = z.enum(UPLOAD_KINDS).nullable();
const MOST_KIND_BYTES = 40;

export function uploadRoute(http: FastifyInstance, parts: UploadParts): void {
  // In a scope of its own: no other endpoint takes a form, which any site could make a browser send.
  http.register(async (scope) => {
    scope.addContentTypeParser("multipart/form-data", (_request, payload, done) => done(null, payload));
    serve(scope, uploadsApi.upload, async ({ request, actor }) => {
      // The body's schema is "none": the stream itself is what the parser above hands over.
      const body: unknown = request.body;
      if (!isStream(body)) throw noForm();
      const accountId = actor.kind === "account" ? actor.id : null;
      try {
        return await take(parts, body, request.headers["content-type"], accountId);
      } catch (error) {
        const isGivenUp = request.raw.destroyed && !request.raw.complete;
        throw error instanceof NoForm || isGivenUp ? noForm() : error;
      }
    });
  });
}

async function take(
  parts: UploadParts,
  body: AsyncIterable<Buffer>,
  contentType: string | undefined,
  accountId: number | null,
): Promise<Upload> {
  let kind: z.infer<typeof Kind> = null;
  let kept: Promise<Upload> | null = null;
  // To the end also of what is refused: whoever still sends reads no answer.
  for await (const { name, fileName, bytes } of readParts(body, contentType)) {
    if (kept) continue;
    if (name === "kind" && fileName === null) {
      const given = Kind.safeParse(await readWord(bytes));
      if (given.success) kind = given.data;
      else kept = Promise.reject(noKind());
    } else if (name === "file") kept = keepUpload(parts, { bytes, kind, fileName, accountId });
    await kept?.catch(() => {});
  }
  if (!kept) throw noForm();
  return kept;
}

async function readWord(bytes: AsyncIterable<Buffer>): Promise<string> {
  let text = "";
  for await (const piece of bytes) if (text.length < MOST_KIND_BYTES) text += piece.toString("latin1");
  return text;
}

const noKind = () =>
  new UserError("bad_request", `Kinds are: ${UPLOAD_KINDS.join(", ")}.`, { code: "upload_kind" });

const isStream = (body: unknown): body is AsyncIterable<Buffer> =>
  typeof body === "object" && body !== null && Symbol.asyncIterator in body;

const noForm = () =>
  new UserError("bad_request", "Send the file as multipart/form-data, in a part named file.", {
    code: "upload_no_form",
  });
