/** Meta's GET before it sends anything: does the address know the verify token and echo the challenge? */
import { randomBytes } from "node:crypto";
import type { Bus } from "./bus.ts";
import type { Clock } from "./clock.ts";

type Handshake = { verified: boolean; httpStatus: number | null; detail: string; at: string };

export type Handshaker = {
  shake: () => Promise<Handshake>;
  last: () => Handshake | null;
};

export function createHandshaker(sim: {
  webhook: string;
  verifyToken: string;
  clock: Clock;
  bus: Bus;
}): Handshaker {
  let last: Handshake | null = null;
  return {
    shake: async () => {
      const challenge = String(randomBytes(4).readUInt32BE(0));
      const answer = await ask(sim.webhook, sim.verifyToken, challenge);
      last = { ...answer, at: sim.clock.now().toISOString() };
      sim.bus.tell("handshake", last);
      return last;
    },
    last: () => last,
  };
}

async function ask(webhook: string, token: string, challenge: string): Promise<Omit<Handshake, "at">> {
  const url = new URL(webhook);
  url.searchParams.set("hub.mode", "subscribe");
  url.searchParams.set("hub.challenge", challenge);
  url.searchParams.set("hub.verify_token", token);
  try {
    const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(10_000) });
    const body = await response.text();
    const httpStatus = response.status;
    if (httpStatus !== 200) return { verified: false, httpStatus, detail: "The webhook refused the token." };
    if (body !== challenge) {
      return { verified: false, httpStatus, detail: "The webhook did not answer with the challenge alone." };
    }
    return { verified: true, httpStatus, detail: "Verified." };
  } catch {
    return { verified: false, httpStatus: null, detail: "The webhook cannot be reached." };
  }
}
