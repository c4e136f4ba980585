/** The pictures and the voice note that the sample people send; drawn and spoken for this project. */
import { readFileSync } from "node:fs";

export const ASSETS = [
  { name: "ceiling.jpg", mime: "image/jpeg", kind: "image", label: "Water through the ceiling" },
  { name: "water-heater.jpg", mime: "image/jpeg", kind: "image", label: "Water heater and breaker" },
  { name: "valve.jpg", mime: "image/jpeg", kind: "image", label: "Dripping valve" },
  { name: "valve-drips.ogg", mime: "audio/ogg; codecs=opus", kind: "audio", label: "Voice note" },
] as const;

export function readAsset(name: string): { name: string; mime: string; bytes: Buffer } | null {
  const asset = ASSETS.find((known) => known.name === name);
  if (!asset) return null;
  return { ...asset, bytes: readFileSync(new URL(`assets/${asset.name}`, import.meta.url)) };
}
