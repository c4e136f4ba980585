/**
 * Posts one signed message a body at a steady pace, whatever the answers do, in a process of its own: a server that falls
 * behind is not spared. Prints one line of JSON: how many were answered 200, others, and when each of a sample was.
 * Usage: steady-load.ts PORT PATH CONNECTIONS PER_SECOND SECONDS SECRET CONTACTS RUN
 */
import { createHmac } from "node:crypto";
import { connect, type Socket } from "node:net";
import { aBody, realWamid } from "./bodies.ts";

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
const FIRST_AT = 1_795_000_000;

const total = Number(perSecond) * Number(seconds);
const idle: Lane[] = [];
const answered: [n: number, atMs: number][] = [];
let ok = 0;
let refused = 0;
let next = 0;
let under = 0;

type Lane = { send(n: number): void };

function request(n: number): Buffer {
  const body = aBody(realWamid(run, n), (n * 7_919) % Number(contacts), FIRST_AT + Math.floor(n / 1_000));
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n` +
      `X-Hub-Signature-256: sha256=${signature}\r\nContent-Length: ${body.length}\r\n\r\n${body.toString("latin1")}`,
    "latin1",
  );
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
      ok += 1;
      if (n % SAMPLE === 0) answered.push([n, performance.timeOrigin + performance.now()]);
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
const timer = setInterval(() => {
  const due = Math.min(total, Math.floor(((performance.now() - began) / 1_000) * Number(perSecond)));
  while (next < due) {
    const free = idle.shift();
    if (!free) break;
    free.send(next++);
  }
  if (next < total || under > 0) return;
  clearInterval(timer);
  const tookSeconds = (performance.now() - began) / 1_000;
  process.stdout.write(JSON.stringify({ ok, refused, tookSeconds, answered }), () => process.exit(0));
}, TICK_MS);
