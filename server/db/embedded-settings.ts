/** postgresql.conf of the embedded cluster: a small machine, nothing given up in safety. */
import { totalmem } from "node:os";

/** Rewritten at every start, so new releases bring their settings along; a person's own go to custom.conf. */
export function settingsFile(
  place: { hasCustom: boolean; freeBytes: number },
  overrides: Readonly<Record<string, string>> = {},
): string {
  const megabytes = totalmem() / 2 ** 20;
  const freeMegabytes = place.freeBytes / 2 ** 20;
  const settings: Record<string, string> = {
    listen_addresses: "",
    unix_socket_permissions: "0700",
    max_connections: "60",
    cluster_name: "baton",
    // With 10 million messages each new one touches pages at random in 2 GB of indexes.
    shared_buffers: `${Math.round(Math.min(2_048, Math.max(64, megabytes / 8)))}MB`,
    effective_cache_size: `${Math.round(Math.max(128, megabytes / 2))}MB`,
    // Containers often have 64 MB of /dev/shm, which parallel hashes draw on.
    work_mem: "8MB",
    max_parallel_workers_per_gather: "1",
    maintenance_work_mem: "64MB",
    random_page_cost: "1.1",
    jit: "off",
    fsync: "on",
    synchronous_commit: "on",
    full_page_writes: "on",
    // Nobody replicates an embedded cluster; backup and moving away are Baton's own commands.
    wal_level: "minimal",
    max_wal_senders: "0",
    // Whole pages after a checkpoint are mostly those of random indexes: squeezing them takes 100 microseconds a message
    // over 10 million of them, to write a third less.
    wal_compression: "off",
    // After each checkpoint every page is logged whole once: rarely, or a busy hour writes little else. A tenth of the
    // disk's free room at most.
    max_wal_size: `${Math.round(Math.min(8_192, Math.max(512, freeMegabytes / 10)))}MB`,
    checkpoint_timeout: "15min",
    wal_buffers: "16MB",
    min_wal_size: "80MB",
    // Queue-like tables turn over quickly and must not swell.
    autovacuum_naptime: "20s",
    autovacuum_vacuum_scale_factor: "0.05",
    autovacuum_analyze_scale_factor: "0.05",
    timezone: "UTC",
    log_timezone: "UTC",
    // Error texts can quote message text or phone numbers, which never reach logs; the application sees errors itself.
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
    log_autovacuum_min_duration: "-1",
    log_line_prefix: "",
    logging_collector: "off",
    ...overrides,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  return [
    "# Written by Baton at every start. Put your own settings into custom.conf beside this file.",
    ...lines,
    place.hasCustom ? "include 'custom.conf'\n" : "",
  ].join("\n");
}
