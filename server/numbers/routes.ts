/** Numbers on screens: never their secrets. */
import type { FastifyInstance } from "fastify";
import { systemApi } from "../../shared/api/system.ts";
import type { Db } from "../db/pool.ts";
import { serve } from "../http/route.ts";
import type { Numbers } from "./directory.ts";
import { lastMessages } from "./store.ts";

export function serveNumbers(http: FastifyInstance, { db, numbers }: { db: Db; numbers: Numbers }): void {
  serve(http, systemApi.numbers, async () => {
    await numbers.refresh();
    const lastAt = new Map(await lastMessages(db));
    return {
      numbers: numbers.all().map((number) => ({
        id: number.id,
        name: number.name,
        kind: number.kind,
        phone: number.displayPhone,
        canSend: number.canSend,
        lastMessageAt: lastAt.get(number.id)?.toISOString() ?? null,
      })),
    };
  });
}
