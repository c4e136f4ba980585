/** The app and its tokens: what a page that connects a number asks first. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { type Call, pickFields, readParameters, readWith } from "./graph-call.ts";
import { GraphError } from "./graph-error.ts";
import { listSubscriptions, subscribeApp } from "./graph-subscriptions.ts";
import type { Sim } from "./sim.ts";
import { checkToken, type Token } from "./tokens.ts";

/** Null when the path is not about the app. */
export function answerApp(sim: Sim, call: Call): Promise<object> | object | null {
  const { app } = sim.platform;
  const id = call.id === app.id ? "app" : call.id.startsWith("upload:") ? "upload" : call.id;
  switch (`${call.method} ${id}/${call.edge}`) {
    case "GET debug_token/":
      return debugToken(sim, call);
    case "GET me/":
      return pickFields({ id: userIdOf(call.token), name: "Simulated system user" }, call.query.fields);
    case "GET me/permissions":
      return { data: call.token.permissions.map((permission) => ({ permission, status: "granted" })) };
    case "GET app/":
      return pickFields({ category: "Business", ...app, link: sim.url }, call.query.fields);
    case "GET app/subscriptions":
      return listSubscriptions(sim, call);
    case "POST app/subscriptions":
      return subscribeApp(sim, call);
    case "POST app/uploads":
      return startUpload(sim, call);
    case "POST upload/":
      return takeUpload(sim, call);
    case "GET upload/":
      return { id: call.id, file_offset: sim.uploads.get(call.id)?.offset ?? 0 };
    default:
      return null;
  }
}

function debugToken(sim: Sim, call: Call): object {
  const input = call.query.input_token;
  if (!input) throw new GraphError({ code: 100, message: "(#100) Requires an input_token" });
  const now = sim.clock.now().getTime();
  const checked = checkToken(sim.tokens, input, now);
  const token = sim.tokens.get(input);
  if (!token) {
    const error = { code: 190, message: "Invalid OAuth access token." };
    return { data: { error, is_valid: false, scopes: [] } };
  }
  const targets = token.accounts ?? [...sim.platform.accounts.keys()];
  const { app } = sim.platform;
  return {
    data: {
      app_id: app.id,
      type: token.kind,
      application: app.name,
      data_access_expires_at: 0,
      ...("code" in checked
        ? { error: { code: 190, message: checked.message, subcode: checked.subcode } }
        : {}),
      expires_at: token.expiresAt === null ? 0 : Math.floor(token.expiresAt / 1000),
      is_valid: !("code" in checked),
      issued_at: 0,
      scopes: token.permissions,
      granular_scopes: token.permissions.map((scope) => ({ scope, target_ids: targets })),
      user_id: userIdOf(token),
    },
  };
}

function userIdOf(token: Token): string {
  return BigInt(`0x${createHash("sha256").update(token.value).digest("hex").slice(0, 12)}`)
    .toString()
    .padStart(15, "1")
    .slice(0, 15);
}

const Upload = z.looseObject({
  file_length: z.coerce
    .number()
    .int()
    .min(1)
    .max(100 * 1024 * 1024),
  file_type: z.string().min(3),
  file_name: z.string().optional(),
});

/** The Resumable Upload API: templates take their sample files from here, not from `/media`. */
function startUpload(sim: Sim, call: Call): object {
  const { file_length: length } = readWith(Upload, readParameters(call));
  sim.world.counter += 1;
  const id = `upload:${Buffer.from(`${sim.world.run} ${sim.world.counter}`).toString("base64url")}`;
  sim.uploads.set(id, { length, offset: 0 });
  return { id };
}

function takeUpload(sim: Sim, call: Call): object {
  const upload = sim.uploads.get(call.id);
  const bytes = call.request.body;
  if (!upload) throw new GraphError({ code: 100, subcode: 33, details: "There is no such upload" });
  if (!(bytes instanceof Buffer)) throw new GraphError({ code: 100, details: "There are no bytes" });
  if (Number(call.request.headers.file_offset ?? 0) !== upload.offset) {
    throw new GraphError({ code: 100, details: `file_offset has to be ${upload.offset}` });
  }
  upload.offset += bytes.length;
  if (upload.offset < upload.length) return { id: call.id, file_offset: upload.offset };
  sim.uploads.delete(call.id);
  return { h: `4::${Buffer.from(call.id).toString("base64url")}` };
}
