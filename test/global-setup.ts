/** Starts the run's one PostgreSQL for the projects that need it; unit tests alone never wait for it. */
import type { TestProject } from "vitest/node";
import type { EmbeddedConnection } from "../server/db/embedded.ts";
import { startTestCluster, type TestCluster } from "./cluster.ts";

declare module "vitest" {
  interface ProvidedContext {
    cluster: EmbeddedConnection;
  }
}

/** Each project loads this file anew, so what they share hangs on the process. */
type Shared = { cluster: Promise<TestCluster>; users: number };
const holder: typeof globalThis & { batonTestCluster?: Shared } = globalThis;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  holder.batonTestCluster ??= { cluster: startTestCluster(), users: 0 };
  const shared = holder.batonTestCluster;
  shared.users += 1;
  const cluster = await shared.cluster;
  project.provide("cluster", cluster.connection);
  return async () => {
    shared.users -= 1;
    if (shared.users === 0) await cluster.stop();
  };
}
