/**
 * Posts one signed message a body at a steady pace, whatever the answers do, in a process of its own: a server that falls
 * behind is not spared. Prints one line of JSON: how many were answered 200, others, and when each of a sample was.
 * Usage: steady-load.ts PORT PATH CONNECTIONS PER_SECOND SECONDS SECRET CONTACTS RUN
 */
import { createHmac } from "node:crypto";
import { connect, type Socket } from "node:net";
import { aBody, contactOf, FIRST_PHONE, realWamid } from "./bodies.ts";

const [
  port = "",
  path = "",
  connections = "",
  perSecond = "",
  seconds = "",
  secret = "",
  contacts = "",
  run = "",
] = process.argv.slice(2);

/** One in so many is timed. */
const SAMPLE = 20;
const TICK_MS = 5;
/** Before it counts: a program that has just started is slow until its code is compiled. At half the pace. */
const WARM_UP_S = 20;
const FIRST_AT = 1_795_000_000;

const warmUp = (Number(perSecond) / 2) * WARM_UP_S;
const total = warmUp + Number(perSecond) * Number(seconds);
const idle: Lane[] = [];
const answered: [n: number, atMs: number][] = [];
let ok = 0;
let refused = 0;
let next = 0;
let under = 0;

type Lane = { send(n: number): void };

/** One body as the others are made of: only ids and times change, and they are always as long. */
const FIRST_CONTACT = 0;
const template = aBody(realWamid(run, 0, FIRST_CONTACT), FIRST_CONTACT, FIRST_AT);
const head = Buffer.from(
  `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n` +
    `Content-Length: ${template.length}\r\nX-Hub-Signature-256: sha256=${"0".repeat(64)}\r\n\r\n`,
);
const signatureAt = head.length - 4 - 64;
const placesOf = (text: string): number[] => {
  const places: number[] = [];
  for (let at = template.indexOf(text); at >= 0; at = template.indexOf(text, at + 1)) places.push(at);
  return places;
};
const wamidAt = placesOf(realWamid(run, 0, FIRST_CONTACT));
const phoneAt = placesOf(String(FIRST_PHONE + FIRST_CONTACT));
const timeAt = placesOf(String(FIRST_AT));

function request(n: number): Buffer {
  const whole = Buffer.allocUnsafe(head.length + template.length);
  head.copy(whole);
  template.copy(whole, head.length);
  const put = (places: readonly number[], text: string) => {
    for (const at of places) whole.write(text, head.length + at, "latin1");
  };
  const contact = contactOf(n, Number(contacts));
  put(wamidAt, realWamid(run, n, contact));
  put(phoneAt, String(FIRST_PHONE + contact));
  put(timeAt, String(FIRST_AT + Math.floor(n / 1_000)));
  const signature = createHmac("sha256", secret).update(whole.subarray(head.length)).digest("hex");
  whole.write(signature, signatureAt, "latin1");
  return whole;
}

function lane(socket: Socket): Lane {
  let n = 0;
  let pending = "";
  const own: Lane = {
    send(number) {
      n = number;
      under += 1;
      socket.write(request(n));
    },
  };
  socket.on("data", (chunk) => {
    pending += chunk.toString("latin1");
    const headEnd = pending.indexOf("\r\n\r\n");
    if (headEnd < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(pending)?.[1] ?? 0);
    if (pending.length < headEnd + 4 + length) return;
    if (pending.startsWith("HTTP/1.1 200")) {
      if (n >= warmUp) ok += 1;
      if (n >= warmUp && n % SAMPLE === 0) answered.push([n, performance.timeOrigin + performance.now()]);
    } else refused += 1;
    pending = "";
    under -= 1;
    idle.push(own);
  });
  return own;
}

await Promise.all(
  Array.from({ length: Number(connections) }, () => {
    const socket = connect(Number(port), "127.0.0.1");
    socket.setNoDelay(true);
    idle.push(lane(socket));
    return new Promise((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  }),
);

const began = performance.now();
const dueAfter = (tookSeconds: number): number =>
  tookSeconds < WARM_UP_S
    ? (tookSeconds * Number(perSecond)) / 2
    : warmUp + (tookSeconds - WARM_UP_S) * Number(perSecond);
const timer = setInterval(() => {
  const due = Math.min(total, Math.floor(dueAfter((performance.now() - began) / 1_000)));
  while (next < due) {
    const free = idle.shift();
    if (!free) break;
    free.send(next++);
  }
  if (next < total || under > 0) return;
  clearInterval(timer);
  const tookSeconds = (performance.now() - began) / 1_000 - WARM_UP_S;
  process.stdout.write(JSON.stringify({ posted: total, ok, refused, tookSeconds, answered }), () =>
    process.exit(0),
  );
}, TICK_MS);
