import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Older targets would have `light-dark()` rewritten, and every border with it would vanish. */
const browsers = ["chrome123", "firefox120", "safari17.5"];

export default defineConfig({
  plugins: [react(), tailwindcss()],
  build: { target: browsers, cssTarget: browsers, chunkSizeWarningLimit: 400 },
  server: { port: 4401, proxy: { "/api": "http://127.0.0.1:4400" } },
});
