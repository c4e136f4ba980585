import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Older targets would have `light-dark()` rewritten, and every border with it would vanish. */
const browsers = ["chrome123", "firefox120", "safari17.5"];

/** In a build, shared/ gets a stand-in for zod: see src/api/no-schemas.ts. Development checks every answer. */
const contractWithoutSchemas: Plugin = {
  name: "contract-without-schemas",
  apply: "build",
  enforce: "pre",
  resolveId: (source, importer) =>
    source === "zod" && importer?.includes("/shared/")
      ? new URL("./src/api/no-schemas.ts", import.meta.url).pathname
      : null,
};

/** Where `npm run dev` runs the server; WhatsApp's tunnel may point at either address. */
const server = `http://127.0.0.1:${process.env.PORT ?? 4400}`;

export default defineConfig({
  plugins: [contractWithoutSchemas, react(), tailwindcss()],
  build: { target: browsers, cssTarget: browsers, chunkSizeWarningLimit: 400 },
  server: { port: 4401, proxy: { "/api": server, "/webhooks": server } },
});
