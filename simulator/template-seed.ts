/** Templates that each account has from the start: Meta's own greeting, and what a service business sends. */
import type { Account } from "./accounts.ts";
import type { Component, Definition, Template } from "./template-rules.ts";

type Seed = { name: string; category: Definition["category"]; words: Record<string, Component[]> };

const SEEDS: readonly Seed[] = [
  {
    name: "hello_world",
    category: "UTILITY",
    words: {
      en_US: [
        { type: "HEADER", format: "TEXT", text: "Hello World" },
        {
          type: "BODY",
          text: "Welcome and congratulations!! This message demonstrates your ability to send a WhatsApp message notification from the Cloud API, hosted by Meta. Thank you for taking the time to test with us.",
        },
        { type: "FOOTER", text: "WhatsApp Business Platform sample message" },
      ],
    },
  },
  {
    name: "visit_reminder",
    category: "UTILITY",
    words: {
      en_US: [
        {
          type: "BODY",
          text: "Hello {{1}}, our technician comes on {{2}}. Is that still good for you?",
          example: { body_text: [["Rosa", "Tuesday at 10:00"]] },
        },
        {
          type: "BUTTONS",
          buttons: [
            { type: "QUICK_REPLY", text: "Yes" },
            { type: "QUICK_REPLY", text: "Another time" },
          ],
        },
      ],
      es: [
        {
          type: "BODY",
          text: "Hola {{1}}, nuestro técnico va el {{2}}. ¿Le sigue viniendo bien?",
          example: { body_text: [["Rosa", "martes a las 10:00"]] },
        },
        {
          type: "BUTTONS",
          buttons: [
            { type: "QUICK_REPLY", text: "Sí" },
            { type: "QUICK_REPLY", text: "Otro momento" },
          ],
        },
      ],
    },
  },
  {
    name: "still_there",
    category: "UTILITY",
    words: {
      en_US: [
        {
          type: "BODY",
          text: "Hello {{1}}, we have news about your request. Answer here and we go on.",
          example: { body_text: [["Rosa"]] },
        },
      ],
    },
  },
];

export function seedTemplates(account: Account): void {
  if (account.templates.length > 0) return;
  for (const { name, category, words } of SEEDS) {
    for (const [language, components] of Object.entries(words)) {
      const place = account.templates.length + 1;
      const template: Template = {
        id: `8${account.id.slice(-8).padStart(8, "0")}${String(place).padStart(6, "0")}`,
        name,
        language,
        category,
        parameterFormat: "POSITIONAL",
        components: structuredClone(components),
        status: "APPROVED",
        reason: null,
        quality: "UNKNOWN",
        editedAt: [],
        updatedAt: 0,
      };
      account.templates.push(template);
    }
  }
}
