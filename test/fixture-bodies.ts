/** Every kind of body that WhatsApp is known to send, by name. */
import { readdirSync, readFileSync } from "node:fs";

const FIXTURES = new URL("fixtures/webhooks/", import.meta.url);

export function fixtureBodies(): Map<string, Buffer> {
  const names = readdirSync(FIXTURES)
    .filter((name) => name.endsWith(".json"))
    .sort();
  return new Map(names.map((name) => [name, readFileSync(new URL(name, FIXTURES))]));
}
