/** A template changes without its owner, and the app is told. */
import type { Account } from "./accounts.ts";
import type { Sim } from "./sim.ts";
import type { Definition, Template } from "./template-rules.ts";
import type { Update } from "./webhooks.ts";

export type TemplateChange = {
  status?: Template["status"];
  reason?: string | null;
  quality?: Template["quality"];
  category?: Definition["category"];
};

export function changeTemplate(sim: Sim, account: Account, template: Template, change: TemplateChange): void {
  const now = sim.clock.now().getTime();
  const about = {
    message_template_id: Number(template.id),
    message_template_name: template.name,
    message_template_language: template.language,
  };
  const tell = (field: string, value: object) => sim.deliverer.send(update(account, field, now, value));
  if (change.status !== undefined) {
    template.status = change.status;
    template.reason = change.reason ?? null;
    tell("message_template_status_update", {
      event: change.status,
      ...about,
      reason: change.reason ?? "NONE",
      message_template_category: change.category ?? template.category,
      ...extraOf(change),
    });
  }
  if (change.quality !== undefined && change.quality !== template.quality) {
    tell("message_template_quality_update", {
      previous_quality_score: template.quality,
      new_quality_score: change.quality,
      ...about,
    });
    template.quality = change.quality;
  }
  if (change.category !== undefined && change.category !== template.category) {
    tell("template_category_update", {
      ...about,
      previous_category: template.category,
      new_category: change.category,
    });
    template.category = change.category;
  }
  template.updatedAt = now;
  sim.bus.tell("settings", sim.settings());
}

function extraOf({ status, reason }: TemplateChange): object {
  switch (status) {
    case "REJECTED":
      return {
        rejection_info: {
          reason: `Rejected: ${reason ?? "NONE"}`,
          recommendation: "Change the template and send it for review again",
        },
      };
    case "PAUSED":
      return { other_info: { title: "FIRST_PAUSE", description: "Paused for three hours for low quality" } };
    case "DISABLED":
      return { disable_info: { disable_date: "now" } };
    default:
      return {};
  }
}

/** About the account: only the app's own address hears of it. */
function update(account: Account, field: string, now: number, value: object): Update {
  return {
    kind: field,
    ids: [],
    account: account.id,
    number: null,
    field,
    time: Math.floor(now / 1000),
    value,
  };
}
