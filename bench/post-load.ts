/**
 * Posts signed bodies over kept connections as fast as they are answered, in a process of its own. It speaks HTTP on
 * bare sockets with requests made beforehand, so that it costs the server's core as little as can be.
 * Usage: post-load.ts PORT PATH CONNECTIONS SECONDS SECRET; prints one line of JSON.
 */
import { createHmac } from "node:crypto";
import { connect, type Socket } from "node:net";
import { aBody } from "./bodies.ts";

const WARM_UP_MS = 500;
const DISTINCT = 2_000;

const [port = "", path = "", connections = "", seconds = "", secret = ""] = process.argv.slice(2);

const requests = Array.from({ length: DISTINCT }, (_, n) => {
  const body = aBody(`wamid.load.${process.pid}.${n}`, n % 500, 1_795_000_000 + n);
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  const head =
    `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n` +
    `X-Hub-Signature-256: sha256=${signature}\r\nContent-Length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
});

const latencies: number[] = [];
let answered = 0;
let refused = 0;
let counting = false;
let next = 0;

function lane(socket: Socket): void {
  let sentAt = 0;
  let pending = "";
  const send = () => {
    sentAt = performance.now();
    const request = requests[next++ % DISTINCT];
    if (request) socket.write(request);
  };
  socket.setNoDelay(true);
  socket.on("data", (chunk) => {
    pending += chunk.toString("latin1");
    const headEnd = pending.indexOf("\r\n\r\n");
    if (headEnd < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(pending)?.[1] ?? 0);
    if (pending.length < headEnd + 4 + length) return;
    if (counting) {
      if (pending.startsWith("HTTP/1.1 200")) {
        answered += 1;
        latencies.push(performance.now() - sentAt);
      } else refused += 1;
    }
    pending = "";
    send();
  });
  send();
}

const sockets = Array.from({ length: Number(connections) }, () => {
  const socket = connect(Number(port), "127.0.0.1", () => lane(socket));
  socket.on("error", () => {
    refused += 1;
  });
  return socket;
});

setTimeout(() => {
  counting = true;
  const began = performance.now();
  setTimeout(() => {
    counting = false;
    const took = (performance.now() - began) / 1_000;
    latencies.sort((a, b) => a - b);
    const p99 = latencies[Math.floor(latencies.length * 0.99)] ?? 0;
    console.log(JSON.stringify({ perSecond: answered / took, p99Ms: p99, refused }));
    for (const socket of sockets) socket.destroy();
  }, Number(seconds) * 1_000);
}, WARM_UP_MS);
