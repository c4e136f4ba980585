/** `/{account}` and its edges. */
import { z } from "zod";
import { type Account, addNumber, numbersOf } from "./accounts.ts";
import { type Call, page, pickFields, readParameters, readWith, unknownObject } from "./graph-call.ts";
import { GraphError } from "./graph-error.ts";
import { describeNumber } from "./graph-number.ts";
import { listSubscribed, subscribeAccount } from "./graph-subscriptions.ts";
import {
  createTemplate,
  deleteTemplates,
  listTemplates,
  showTemplateFields,
  templateById,
} from "./graph-templates.ts";
import type { Sim } from "./sim.ts";

export function answerAccount(sim: Sim, call: Call, account: Account): Promise<object> | object {
  switch (`${call.method} ${call.edge}`) {
    case "GET ":
      return pickFields(describeAccount(account), call.query.fields);
    case "GET phone_numbers": {
      const numbers = numbersOf(sim.platform, account.id).map((number) =>
        pickFields(describeNumber(sim, number), call.query.fields),
      );
      return page(numbers, call, `${sim.url}/v26.0/${account.id}/phone_numbers`);
    }
    case "POST phone_numbers":
      return addPhoneNumber(sim, call, account);
    case "GET subscribed_apps":
      return listSubscribed(sim, account);
    case "POST subscribed_apps":
      return subscribeAccount(call, account);
    case "DELETE subscribed_apps":
      account.isSubscribed = false;
      return { success: true };
    case "GET message_templates":
      if (call.below === "") return listTemplates(sim, call, account);
      return oneTemplate(sim, call, account);
    case "POST message_templates":
      return createTemplate(sim, call, account);
    case "DELETE message_templates":
      return deleteTemplates(sim, call, account);
    default:
      throw unknownObject(account.id, call.method);
  }
}

function oneTemplate(sim: Sim, call: Call, account: Account): object {
  const found = templateById(sim, call.below);
  if (found?.account !== account) throw unknownObject(call.below, call.method);
  return showTemplateFields(found.template, call.query.fields);
}

function describeAccount(account: Account): Record<string, unknown> {
  return {
    id: account.id,
    name: account.name,
    currency: account.currency,
    timezone_id: "1",
    message_template_namespace: `namespace_${account.id}`,
    account_review_status: "APPROVED",
    business_verification_status: "verified",
    country: "US",
    ownership_type: "SELF",
    primary_business_location: "US",
    health_status: {
      can_send_message: "AVAILABLE",
      entities: [{ entity_type: "WABA", id: account.id, can_send_message: "AVAILABLE" }],
    },
  };
}

const NewPhoneNumber = z.looseObject({
  cc: z.coerce.string().regex(/^\d{1,3}$/),
  phone_number: z.coerce.string().regex(/^[\d\s()-]{5,16}$/),
  verified_name: z.string().min(1),
});

/** Not verified and not registered yet: `request_code`, `verify_code` and `register` follow. */
function addPhoneNumber(sim: Sim, call: Call, account: Account): object {
  const given = readWith(NewPhoneNumber, readParameters(call));
  const display = `${given.cc}${given.phone_number.replace(/\D/g, "")}`;
  for (const number of sim.platform.numbers.values()) {
    if (number.display === display) throw new GraphError({ code: 100, details: "The number is taken" });
  }
  const id = `2${display.padStart(14, "0")}`;
  const wanted = { id, accountId: account.id, display, name: given.verified_name };
  addNumber(sim.platform, { ...wanted, isVerified: false, isRegistered: false }, sim.clock.now().getTime());
  return { id };
}
