/** Meta's GET before it sends anything: does the address know the verify token and echo the challenge? */
import { randomBytes } from "node:crypto";
import type { Callback } from "./accounts.ts";
import type { Bus } from "./bus.ts";
import type { Clock } from "./clock.ts";

type Handshake = { verified: boolean; httpStatus: number | null; detail: string; at: string };

export type Handshaker = {
  shake: () => Promise<Handshake>;
  last: () => Handshake | null;
};

export function createHandshaker(sim: { callback: () => Callback; clock: Clock; bus: Bus }): Handshaker {
  let last: Handshake | null = null;
  return {
    shake: async () => {
      last = { ...(await askCallback(sim.callback())), at: sim.clock.now().toISOString() };
      sim.bus.tell("handshake", last);
      return last;
    },
    last: () => last,
  };
}

/** Asks an address as Meta does before it takes it: it has to echo the challenge and nothing else. */
export async function askCallback({ uri, verifyToken }: Callback): Promise<Omit<Handshake, "at">> {
  const challenge = String(randomBytes(4).readUInt32BE(0));
  const url = new URL(uri);
  url.searchParams.set("hub.mode", "subscribe");
  url.searchParams.set("hub.challenge", challenge);
  url.searchParams.set("hub.verify_token", verifyToken);
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
