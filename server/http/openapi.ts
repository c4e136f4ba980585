/** The API page, drawn from the same contract objects that make the routes. */
import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform } from "fastify-type-provider-zod";
import { type Access, ApiError } from "../../shared/api/endpoint.ts";
import { guard } from "./route.ts";

export async function describeApi(http: FastifyInstance, publicUrl: () => string): Promise<void> {
  await http.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Baton",
        version: "1",
        description:
          "Everything the screens do. Sign in by a session cookie (then send `x-baton: 1` with every change) or by a token. Refusals have one shape: a code for programs and a message for people.",
      },
      servers: [{ url: publicUrl() }],
      components: {
        securitySchemes: {
          session: { type: "apiKey", in: "cookie", name: "baton_session" },
          token: { type: "http", scheme: "bearer" },
        },
      },
    },
    transform(document) {
      const endpoint = document.route.config?.endpoint;
      if (!endpoint) return { schema: { hide: true }, url: document.url };
      const security = securityOf(endpoint.access);
      const role = ["public", "session"].includes(endpoint.access) ? "" : `Role: ${endpoint.access}.`;
      const response = { 200: endpoint.output, default: ApiError };
      return jsonSchemaTransform({
        ...document,
        schema: {
          ...document.schema,
          response,
          security,
          tags: [endpoint.path.split("/")[3] ?? "api"],
          ...(role && { description: role }),
        },
      });
    },
  });
  http.get("/api/openapi.json", async (request) => {
    guard("operator", request.actor);
    return http.swagger();
  });
}

function securityOf(access: Access): Record<string, string[]>[] {
  if (access === "public") return [];
  return access === "session" ? [{ session: [] }] : [{ session: [] }, { token: [] }];
}
