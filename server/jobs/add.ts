/** Work for later is a job row in the caller's own transaction: it exists exactly if the rest of the transaction does. */
import type { Db } from "../db/pool.ts";

export type Job = {
  /** Name of the task that does it. */
  task:
    | "probe_number"
    | "pause_number"
    | "fetch_media"
    | "sync_templates"
    | "read_template_notices"
    | "age_uploads"
    | "learn_triage";
  /** Ids only: payloads are seen in the database's logs (law 11). */
  payload: Record<string, number | string>;
  /** Jobs of one queue run one after another. */
  queue?: string;
  /** A later job of the same key replaces the one that has not run. */
  key?: string;
  /** A wait, not a time: jobs run by the database's clock, everything else by ours. */
  afterMs?: number;
};

/** One statement however many jobs. */
export async function addJobs(tx: Db, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return;
  const specs = jobs.map((job) => ({
    identifier: job.task,
    payload: job.payload,
    queue_name: job.queue ?? null,
    job_key: job.key ?? null,
    after_ms: job.afterMs ?? 0,
  }));
  await tx.query(
    `select count(*) from json_to_recordset($1::json)
       as s (identifier text, payload json, queue_name text, job_key text, after_ms double precision)
     cross join lateral graphile_worker.add_job(
       s.identifier, s.payload, s.queue_name, now() + s.after_ms * interval '1 millisecond',
       job_key => s.job_key)`,
    [JSON.stringify(specs)],
  );
}
