/** Message templates over HTTP. */
import type { FastifyInstance } from "fastify";
import { templatesApi } from "../../shared/api/templates.ts";
import { done, serve } from "../http/route.ts";
import { addJobs } from "../jobs/add.ts";
import { changeTemplate, handIn, removeTemplate } from "./change.ts";
import { readTemplate, readTemplates } from "./shown.ts";
import { rememberSources, suggestForTemplate } from "./suggest-values.ts";
import { syncJob, type TemplateParts } from "./sync.ts";
import { accountsOf } from "./watch.ts";

export function templateRoutes(http: FastifyInstance, parts: TemplateParts): void {
  const { numbers } = parts;
  const { db, clock } = parts.system;
  serve(http, templatesApi.templates, async () => readTemplates(db, numbers, clock.now()));
  serve(http, templatesApi.template, async ({ params }) => readTemplate(db, numbers, params.id, clock.now()));
  serve(http, templatesApi.syncTemplates, async () => {
    await numbers.refresh();
    await addJobs(
      db,
      accountsOf(parts).map((id) => syncJob(id)),
    );
    return done;
  });
  serve(http, templatesApi.createTemplate, async ({ body, actor, request }) =>
    handIn(parts, body, { by: actor, address: request.ip }),
  );
  serve(http, templatesApi.editTemplate, async ({ params, body, actor, request }) =>
    changeTemplate(parts, params.id, body, { by: actor, address: request.ip }),
  );
  serve(http, templatesApi.deleteTemplate, async ({ params, query, actor, request }) => {
    await removeTemplate(parts, params.id, query.languages, { by: actor, address: request.ip });
    return done;
  });
  serve(http, templatesApi.suggestTemplateValues, async ({ params, body, actor }) =>
    suggestForTemplate(db, params.id, body, actor),
  );
  serve(http, templatesApi.rememberTemplateSources, async ({ params, body }) => {
    await db.transaction((tx) => rememberSources(tx, params.id, body.sources, clock.now()));
    return done;
  });
}
