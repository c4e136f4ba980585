/** A file on its way to the server. `fetch` tells nothing of how far an upload is, so it goes the older way. */
import { type UploadKind, uploadsApi } from "../../../../shared/api/uploads.ts";
import { type Answer, ApiFailure } from "../../api/call.ts";

type Uploaded = Answer<typeof uploadsApi.upload>;

export type Upload = { done: Promise<Uploaded>; cancel: () => void };

export function startUpload(file: File, kind: UploadKind, onProgress: (fraction: number) => void): Upload {
  const request = new XMLHttpRequest();
  const form = new FormData();
  form.append("kind", kind);
  form.append("file", file, file.name);
  const done = new Promise<Uploaded>((resolve, reject) => {
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    );
    request.addEventListener("load", () => {
      const answer = readAnswer(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(answer as Uploaded);
      else reject(failureOf(request.status, answer));
    });
    const lost = () => reject(new ApiFailure("offline", "No connection to Baton.", 0));
    request.addEventListener("error", lost);
    request.addEventListener("timeout", lost);
    request.addEventListener("abort", () => reject(new ApiFailure("cancelled", "Taken back.", 0)));
  });
  request.open(uploadsApi.upload.method, uploadsApi.upload.path);
  request.setRequestHeader("x-baton", "1");
  request.send(form);
  return { done, cancel: () => request.abort() };
}

function readAnswer(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function failureOf(status: number, answer: unknown): ApiFailure {
  const error = isObject(answer) && isObject(answer.error) ? answer.error : {};
  const { code, message } = error;
  return new ApiFailure(
    typeof code === "string" ? code : "unexpected",
    typeof message === "string" ? message : "",
    status,
  );
}
