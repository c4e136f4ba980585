import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { peaksOf } from "./peaks.ts";

/** `opening`: it is being made ready. `none`: this browser cannot play it, and neither can we for it. */
export type Sound = { state: "ready"; src: string } | { state: "opening" | "none" };

/** The browser's own word, and never more than a guess: what then does not play is offered to be saved. */
const canPlay = (mimeType: string): boolean => new Audio().canPlayType(mimeType) !== "";
/** What WhatsApp's voice notes are. Safari knows it since 18.4 only. */
const isOggOpus = (mimeType: string): boolean => /^(audio|application)\/ogg\b/.test(mimeType);

type Read = { peaks: number[]; wav: Blob | null };

async function read(url: string, mustDecode: boolean): Promise<Read> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`sound not served: ${answer.status}`);
  const bytes = await answer.arrayBuffer();
  if (mustDecode) {
    const { decodeOggOpus } = await import("./ogg-opus.ts");
    const { samples, wav } = await decodeOggOpus(new Uint8Array(bytes));
    return { peaks: peaksOf(samples), wav };
  }
  const sound = await new OfflineAudioContext(1, 1, 8_000).decodeAudioData(bytes);
  return { peaks: peaksOf(sound.getChannelData(0)), wav: null };
}

/** A source that this browser plays, and the shape of the sound once it is known. */
export function useSound(url: string, mimeType: string): { sound: Sound; peaks: number[] | null } {
  const [mustDecode] = useState(() => !canPlay(mimeType) && isOggOpus(mimeType));
  const [plays] = useState(() => mustDecode || canPlay(mimeType));
  const { data, isError } = useQuery({
    queryKey: ["sound", url, mustDecode],
    queryFn: () => read(url, mustDecode),
    enabled: plays,
    staleTime: Number.POSITIVE_INFINITY,
    // A decoded minute is three megabytes.
    gcTime: mustDecode ? 60_000 : undefined,
    retry: false,
  });
  const made = useObjectUrl(data?.wav ?? null);
  const peaks = data?.peaks ?? null;
  if (!plays || (mustDecode && isError)) return { sound: { state: "none" }, peaks };
  if (!mustDecode) return { sound: { state: "ready", src: url }, peaks };
  return { sound: made === null ? { state: "opening" } : { state: "ready", src: made }, peaks };
}

/** An address for bytes in memory, given back when nobody plays them any more. */
function useObjectUrl(blob: Blob | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!blob) return;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}
