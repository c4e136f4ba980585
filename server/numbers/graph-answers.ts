/** What the Graph says of tokens, accounts, numbers and subscriptions, read loosely: Meta adds and drops fields. */
import { z } from "zod";

const text = z.string().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const seconds = z.coerce.number().optional().catch(undefined);

export const DebugToken = z.object({
  data: z.object({
    is_valid: flag,
    app_id: z.coerce.string().optional().catch(undefined),
    application: text,
    expires_at: seconds,
    data_access_expires_at: seconds,
    scopes: z.array(z.string()).optional().catch(undefined),
    granular_scopes: z
      .array(
        z.object({ scope: z.string(), target_ids: z.array(z.coerce.string()).optional().catch(undefined) }),
      )
      .optional()
      .catch(undefined),
  }),
});
export type DebugToken = z.infer<typeof DebugToken>["data"];

export const AccountAnswer = z.object({ id: z.coerce.string(), name: text });

export const GraphNumberAnswer = z.object({
  id: z.coerce.string(),
  display_phone_number: text,
  verified_name: text,
  quality_rating: text,
  code_verification_status: text,
  platform_type: text,
  is_on_biz_app: flag,
  status: text,
  throughput: z.object({ level: text }).optional().catch(undefined),
  whatsapp_business_manager_messaging_limit: text,
  messaging_limit_tier: text,
});
export type GraphNumberAnswer = z.infer<typeof GraphNumberAnswer>;

export const NUMBER_FIELDS =
  "id,display_phone_number,verified_name,quality_rating,code_verification_status,platform_type,is_on_biz_app,status,throughput,whatsapp_business_manager_messaging_limit";

export const NumbersPage = z.object({
  data: z.array(GraphNumberAnswer),
  paging: z
    .object({ cursors: z.object({ after: text }).optional().catch(undefined), next: text })
    .optional()
    .catch(undefined),
});

export const SubscribedApps = z.object({
  data: z.array(
    z.object({
      whatsapp_business_api_data: z.object({ id: z.coerce.string(), name: text }).optional().catch(undefined),
      override_callback_uri: text,
    }),
  ),
});
export type SubscribedApps = z.infer<typeof SubscribedApps>["data"];

export const Subscriptions = z.object({
  data: z.array(
    z.object({
      object: z.string(),
      callback_url: text,
      active: flag,
      fields: z
        .array(
          z
            .union([z.string(), z.object({ name: z.string() })])
            .transform((f) => (typeof f === "string" ? f : f.name)),
        )
        .optional()
        .catch(undefined),
    }),
  ),
});
export type Subscriptions = z.infer<typeof Subscriptions>["data"];
