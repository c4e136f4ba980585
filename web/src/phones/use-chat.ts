/** What the holder of a phone does in one chat. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FileKind, Handling, Said } from "./shapes.ts";
import { type Chat, simulator } from "./simulator.ts";

export type Attached = {
  file: Blob;
  kind: FileKind;
  filename?: string;
  caption?: string;
  voice?: boolean;
  quote?: string;
};

/** Pictures, films and sounds go as such; what WhatsApp would not show goes as a document. */
export function kindOf(mime: string): FileKind {
  if (/^image\/(jpeg|png|webp)$/.test(mime)) return "image";
  if (/^video\/(mp4|3gpp)$/.test(mime)) return "video";
  if (/^audio\/(aac|amr|mpeg|mp4|ogg)/.test(mime)) return "audio";
  return "document";
}

async function send(chat: Chat, { file, kind, filename, caption, voice, quote }: Attached): Promise<void> {
  const { mediaId } = await simulator.upload(file);
  await simulator.say(chat, {
    type: kind,
    mediaId,
    ...(filename && { filename }),
    ...(caption && { caption }),
    ...(kind === "audio" && { voice: voice ?? false }),
    ...(quote && { quote }),
  });
}

export function useChat(chat: Chat) {
  const client = useQueryClient();
  const { phoneId } = chat;
  const onSettled = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ["simulator", "thread", phoneId] }),
      client.invalidateQueries({ queryKey: ["simulator", "phones"] }),
    ]);
  const say = useMutation({
    // Several of them, as an album, go one after the other.
    mutationFn: async (said: Said | Said[]) => {
      for (const one of [said].flat()) await simulator.say(chat, one);
    },
    onSettled,
  });
  /** To another of our numbers, or this one. */
  const passOn = useMutation({
    mutationFn: ({ numberId, said }: { numberId: string; said: Said }) =>
      simulator.say({ phoneId, numberId }, said),
    onSettled,
  });
  const attach = useMutation({
    mutationFn: async (files: Attached[]) => {
      for (const file of files) await send(chat, file);
    },
    onSettled,
  });
  const handle = useMutation({
    mutationFn: (handling: Handling) => simulator.handle(chat, handling),
    onSettled,
  });
  const closeWindow = useMutation({ mutationFn: () => simulator.closeWindow(chat), onSettled });
  const played = useMutation({
    mutationFn: (messageId: string) => simulator.played(chat, messageId),
    onSettled,
  });
  const error = say.error ?? passOn.error ?? attach.error ?? handle.error ?? closeWindow.error;
  return { say, passOn, attach, handle, closeWindow, played, error };
}
