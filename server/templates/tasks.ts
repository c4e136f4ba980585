/** The jobs of templates, for the worker. */
import { z } from "zod";
import type { WorkerParts } from "../jobs/worker.ts";
import { readTemplateNotices, syncTemplates, type TemplateParts } from "./sync.ts";

const Payload = z.object({ accountId: z.string() });

/** A worker of its own: a list of thousands of templates holds up no reply. */
export function templateJobs(
  parts: TemplateParts & { processId: string },
): Pick<WorkerParts, "processId" | "tasks" | "onlyAlive" | "concurrency"> {
  return {
    processId: `${parts.processId} templates`,
    tasks: {
      sync_templates: (payload) => syncTemplates(parts, Payload.parse(payload).accountId),
      read_template_notices: (payload) => readTemplateNotices(parts, Payload.parse(payload).accountId),
    },
    // A listing that died with its process is simply asked for again.
    onlyAlive: async () => {},
    concurrency: 2,
  };
}
