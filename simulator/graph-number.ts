/** `/{number}` and its edges: sending, media, reading it, registering it, its profile. */
import { z } from "zod";
import type { BusinessNumber } from "./accounts.ts";
import { startSync } from "./coexistence.ts";
import { answerBlocked } from "./graph-block.ts";
import { type Call, pickFields, readJson, readParameters, readWith, unknownObject } from "./graph-call.ts";
import { GraphError } from "./graph-error.ts";
import { createGroup, listGroups } from "./graph-groups.ts";
import { receiveUpload } from "./graph-media.ts";
import { receiveMessage } from "./graph-messages.ts";
import { checkCallback } from "./graph-subscriptions.ts";
import type { Sim } from "./sim.ts";
import { DAY_MS } from "./world.ts";

/** What the SMS would say. */
const VERIFICATION_CODE = "123456";
const REGISTRATIONS = 10;

export function answerNumber(sim: Sim, call: Call, number: BusinessNumber): Promise<object> | object {
  switch (`${call.method} ${call.edge}`) {
    case "POST messages":
      return receiveMessage(sim, number, readJson(call.request.body));
    case "POST media":
      return receiveUpload(sim, number, call);
    case "GET ":
      return pickFields(describeNumber(sim, number), call.query.fields);
    case "POST ":
      return changeNumber(number, call);
    case "POST request_code":
      return requestCode(sim, number, call);
    case "POST verify_code":
      return verifyCode(number, call);
    case "POST register":
      return register(sim, number, call);
    case "POST deregister":
      return deregister(sim, number);
    case "GET whatsapp_business_profile":
      return { data: [{ ...pickFields(number.profile, call.query.fields), messaging_product: "whatsapp" }] };
    case "POST whatsapp_business_profile":
      return changeProfile(number, call);
    case "GET settings":
      return number.settings;
    case "POST settings":
      Object.assign(number.settings, readParameters(call));
      return { success: true };
    case "GET block_users":
    case "POST block_users":
    case "DELETE block_users":
      return answerBlocked(sim, number, call);
    case "GET groups":
      return listGroups(sim, number, call);
    case "POST groups":
      return createGroup(sim, number, call);
    case "POST smb_app_data":
      return startSync(sim, number, readParameters(call));
    default:
      throw unknownObject(number.id, call.method);
  }
}

export function describeNumber(sim: Sim, number: BusinessNumber): Record<string, unknown> {
  const perSecond = number.throughput ?? sim.settings().throughput;
  return {
    id: number.id,
    display_phone_number: spaced(number.display),
    verified_name: number.name,
    quality_rating: number.quality,
    code_verification_status: number.isVerified ? "VERIFIED" : "NOT_VERIFIED",
    name_status: "APPROVED",
    status: number.isRegistered ? "CONNECTED" : "PENDING",
    account_mode: "LIVE",
    platform_type: number.isRegistered ? "CLOUD_API" : "NOT_APPLICABLE",
    is_on_biz_app: number.isOnBizApp,
    is_pin_enabled: number.pin !== null,
    is_official_business_account: false,
    throughput: { level: perSecond > 80 ? "HIGH" : "STANDARD" },
    whatsapp_business_manager_messaging_limit: "TIER_2K",
    health_status: {
      can_send_message: number.isRegistered ? "AVAILABLE" : "BLOCKED",
      entities: [{ entity_type: "PHONE_NUMBER", id: number.id, can_send_message: "AVAILABLE" }],
    },
    webhook_configuration: {
      application: sim.platform.callback.uri,
      ...(number.callback ? { phone_number: number.callback.uri } : {}),
    },
  };
}

/** As people write it; who compares numbers has to take the spaces out. */
function spaced(digits: string): string {
  return /^1\d{10}$/.test(digits)
    ? `+1 ${digits.slice(1, 4)}-${digits.slice(4, 7)}-${digits.slice(7)}`
    : `+${digits}`;
}

const Change = z.looseObject({
  pin: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  webhook_configuration: z
    .object({ override_callback_uri: z.string().max(200), verify_token: z.string().optional() })
    .optional(),
});

async function changeNumber(number: BusinessNumber, call: Call): Promise<object> {
  const { pin, webhook_configuration: callback } = readWith(Change, readParameters(call));
  if (pin !== undefined) number.pin = pin;
  if (callback) {
    const uri = callback.override_callback_uri;
    const wanted = { uri, verifyToken: callback.verify_token ?? "" };
    if (uri !== "") await checkCallback(wanted);
    number.callback = uri === "" ? null : wanted;
  }
  return { success: true };
}

function requestCode(sim: Sim, number: BusinessNumber, call: Call): object {
  const Wanted = z.looseObject({ code_method: z.enum(["SMS", "VOICE"]), language: z.string().min(2) });
  readWith(Wanted, readParameters(call));
  if (number.isVerified) throw new GraphError({ code: 136025, details: "The number is verified already" });
  number.codeSentAt = sim.clock.now().getTime();
  return { success: true };
}

function verifyCode(number: BusinessNumber, call: Call): object {
  const { code } = readWith(z.looseObject({ code: z.coerce.string() }), readParameters(call));
  if (number.codeSentAt === null || code.replace(/\D/g, "") !== VERIFICATION_CODE) {
    throw new GraphError({ code: 136025 });
  }
  number.isVerified = true;
  return { success: true, id: number.id };
}

function register(sim: Sim, number: BusinessNumber, call: Call): object {
  const Wanted = z.looseObject({
    messaging_product: z.literal("whatsapp"),
    pin: z.coerce.string().regex(/^\d{6}$/, "six digits"),
  });
  const { pin } = readWith(Wanted, readParameters(call));
  if (!number.isVerified) throw new GraphError({ code: 133006 });
  countRegistration(sim, number);
  if (number.pin !== null && number.pin !== pin) throw new GraphError({ code: 133005 });
  number.pin = pin;
  number.isRegistered = true;
  return { success: true };
}

function deregister(sim: Sim, number: BusinessNumber): object {
  if (number.isOnBizApp) throw new GraphError({ code: 100, details: "The owner disconnects it in the app" });
  countRegistration(sim, number);
  number.isRegistered = false;
  return { success: true };
}

function countRegistration(sim: Sim, number: BusinessNumber): void {
  const now = sim.clock.now().getTime();
  number.registeredAt = number.registeredAt.filter((at) => now - at < 3 * DAY_MS);
  if (number.registeredAt.length >= REGISTRATIONS) throw new GraphError({ code: 133016 });
  number.registeredAt.push(now);
}

const Profile = z.looseObject({
  messaging_product: z.literal("whatsapp"),
  about: z.string().min(1).max(139).optional(),
  address: z.string().max(256).optional(),
  description: z.string().max(512).optional(),
  email: z.string().max(128).optional(),
  websites: z.array(z.string().max(256)).max(2).optional(),
  vertical: z.string().optional(),
});

function changeProfile(number: BusinessNumber, call: Call): object {
  const { messaging_product: _product, ...given } = readWith(Profile, readParameters(call));
  Object.assign(number.profile, given);
  return { success: true };
}
