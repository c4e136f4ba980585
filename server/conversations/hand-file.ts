/** The file of a message comes to WhatsApp before the message does: once for each number, however often it is sent. */
import type { Db } from "../db/pool.ts";
import { describeError } from "../describe-error.ts";
import { type Handed, handMedia } from "../whatsapp/hand-media.ts";
import type { Prepared, PrepareParts, Waiting } from "./outgoing-call.ts";
import { type FileToSend, selectFileToSend, writeHanded } from "./upload-store.ts";
import { HANDED_LIFE_MS } from "./uploads.ts";

/** Fifty people who get the same photo at once wait for one handing over, not for fifty. */
const underWay = new WeakMap<Db, Map<string, Promise<Handed>>>();

export async function handFile(
  parts: PrepareParts,
  head: Pick<Waiting, "messageId" | "numberId">,
  fileName: string | null,
): Promise<Exclude<Handed, { kind: "refused" }> | Extract<Prepared, { kind: "refused" }>> {
  const { db, clock } = parts.system;
  const since = new Date(clock.now().getTime() - HANDED_LIFE_MS);
  const file = await selectFileToSend(db, head.messageId, since);
  if (!file) return { kind: "refused", code: null, detail: "its file was erased", stopsNumber: false };
  if (file.mediaId !== null) return { kind: "handed", mediaId: file.mediaId };
  const calls = underWay.get(db) ?? new Map<string, Promise<Handed>>();
  underWay.set(db, calls);
  const key = `${head.numberId} ${file.mimeType} ${file.storedAs}`;
  const call =
    calls.get(key) ?? handSurely(parts, head.numberId, file, fileName).finally(() => calls.delete(key));
  calls.set(key, call);
  return Promise.race([call, stillOnItsWay(parts.handMs ?? PATIENCE_MS)]);
}

/**
 * A large file goes on its way while its message is put back: so long nobody takes it for one that may have been sent,
 * should the process end, and its place at the number's pace is free.
 */
const PATIENCE_MS = 3_000;

const stillOnItsWay = (ms: number): Promise<Handed> =>
  new Promise((resolve) => {
    const detail = "its file is on its way to WhatsApp";
    setTimeout(() => resolve({ kind: "repeat", code: null, detail }), ms).unref();
  });

/** Nobody may be waiting any more for what goes wrong. */
async function handSurely(...asked: Parameters<typeof hand>): Promise<Handed> {
  try {
    return await hand(...asked);
  } catch (error) {
    const [{ system }, number] = asked;
    system.log.error(
      { number, error: describeError(error) },
      "a file could not be handed over; trying again",
    );
    return { kind: "repeat", code: null, detail: "Baton could not hand over its file" };
  }
}

async function hand(
  { system, numbers, files }: PrepareParts,
  numberId: number,
  { storedAs, mimeType }: FileToSend,
  fileName: string | null,
): Promise<Handed> {
  const number = numbers.get(numberId);
  const refused = (detail: string): Handed => ({ kind: "refused", code: null, detail, stopsNumber: false });
  if (!number || number.accessToken === null) return refused("the number cannot send");
  // A backup may have come back without its files.
  if ((await files.size(storedAs)) === null) return refused("its file is not here any more");
  const handed = await handMedia(
    { ...number, accessToken: number.accessToken },
    { blob: await files.blob(storedAs, mimeType), mimeType, fileName: fileName ?? "file" },
  );
  if (handed.kind === "handed")
    await writeHanded(system.db, {
      numberId,
      storedAs,
      mimeType,
      mediaId: handed.mediaId,
      now: system.clock.now(),
    });
  return handed;
}
