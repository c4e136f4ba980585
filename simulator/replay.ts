/** Plays webhook bodies again: byte for byte where there is one a line, signed anew. */
import { ControlError } from "./control-error.ts";
import type { Sim } from "./sim.ts";

export function replay(sim: Sim, text: string, everyMs: number): { bodies: number } {
  const bodies = bodiesIn(text);
  for (const [place, body] of bodies.entries()) sim.deliverer.queueRaw(body, Math.round(place * everyMs));
  return { bodies: bodies.length };
}

/** A JSON array of bodies, one body a line, or a single one over many lines. */
function bodiesIn(text: string): Buffer[] {
  const whole = parse(text);
  if (Array.isArray(whole)) return whole.map((body: unknown) => Buffer.from(JSON.stringify(body)));
  if (whole !== undefined) return [Buffer.from(text.trim())];
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  for (const [place, line] of lines.entries()) {
    if (parse(line) === undefined) throw new ControlError("invalid", `Line ${place + 1} is not JSON.`);
  }
  if (lines.length === 0) throw new ControlError("invalid", "There is no body in it.");
  return lines.map((line) => Buffer.from(line.trim()));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
