/** A voice note for browsers that know no Ogg: its packets are taken out, decoded, and made a plain WAV. */
import { OpusDecoder } from "opus-decoder";
import { readOgg } from "./ogg-pages.ts";

/** Enough for a voice, and half the memory of what Opus gives. */
const RATE = 24_000;
const OPUS_RATE = 48_000;
/** Packets: four seconds of sound, some 30 ms of work. */
const AT_ONCE = 200;

export type Decoded = { samples: Float32Array; wav: Blob };

/** Throws when it is no Ogg Opus after all. */
export async function decodeOggOpus(bytes: Uint8Array): Promise<Decoded> {
  const { packets, preSkip, endAt } = readOgg(bytes);
  const decoder = new OpusDecoder({ channels: 1, sampleRate: RATE, preSkip: 0 });
  await decoder.ready;
  try {
    const parts: Float32Array[] = [];
    for (let at = 0; at < packets.length; at += AT_ONCE) {
      const [channel] = decoder.decodeFrames(packets.slice(at, at + AT_ONCE)).channelData;
      if (channel) parts.push(channel);
      // A long note is seconds of work: the page stays alive meanwhile.
      await new Promise((resolve) => setTimeout(resolve));
    }
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    if (length === 0) throw new Error("no sound in it");
    const whole = new Float32Array(length);
    parts.reduce((at, part) => {
      whole.set(part, at);
      return at + part.length;
    }, 0);
    const scale = RATE / OPUS_RATE;
    const from = Math.min(length, Math.round(preSkip * scale));
    const until = endAt === null ? length : Math.min(length, Math.round(endAt * scale));
    const samples = whole.subarray(from, Math.max(from, until));
    return { samples, wav: wavOf(samples) };
  } finally {
    decoder.free();
  }
}

const HEADER = 44;

/** 16 bits, one channel. */
function wavOf(samples: Float32Array): Blob {
  const bytes = new DataView(new ArrayBuffer(HEADER + samples.length * 2));
  const letters = (at: number, text: string) => {
    for (let n = 0; n < text.length; n++) bytes.setUint8(at + n, text.charCodeAt(n));
  };
  letters(0, "RIFF");
  bytes.setUint32(4, HEADER - 8 + samples.length * 2, true);
  letters(8, "WAVEfmt ");
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, RATE, true);
  bytes.setUint32(28, RATE * 2, true);
  bytes.setUint16(32, 2, true);
  bytes.setUint16(34, 16, true);
  letters(36, "data");
  bytes.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, n) => {
    bytes.setInt16(HEADER + n * 2, Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), true);
  });
  return new Blob([bytes.buffer], { type: "audio/wav" });
}
