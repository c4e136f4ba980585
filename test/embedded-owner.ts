/** A stand-in for Baton in tests that kill it: starts the embedded database and says so on one line of JSON. */
import { startEmbedded } from "../server/db/embedded.ts";
import { StartError } from "../server/start-error.ts";

// Ctrl-C reaches it as it reaches Baton, which then takes its time.
process.on("SIGINT", () => {});
try {
  const { connection, pid } = await startEmbedded({ dataFolder: process.argv[2] ?? "" });
  console.log(JSON.stringify({ connection, pid }));
  setInterval(() => {}, 60_000);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.log(JSON.stringify({ refused: error.message }));
}
