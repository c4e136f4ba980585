/** The sample day over HTTP, and the way to its phones. */
import type { FastifyInstance } from "fastify";
import { systemApi } from "../../shared/api/system.ts";
import { serve } from "../http/route.ts";
import type { SampleDays } from "./day.ts";
import { phonesRoutes } from "./phones.ts";

export function sampleRoutes(http: FastifyInstance, sample: SampleDays): void {
  serve(http, systemApi.sampleDay, () => sample.state());
  serve(http, systemApi.startSampleDay, ({ actor, request }) => sample.start({ actor, address: request.ip }));
  serve(http, systemApi.removeSampleDay, ({ actor, request }) =>
    sample.remove({ actor, address: request.ip }),
  );
  phonesRoutes(http, () => sample.simulatorUrl());
}
