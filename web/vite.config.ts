import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
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

/** Compressed once at the build, so that serving them costs the server nothing. Fonts and pictures are compressed already. */
const compressed: Plugin = {
  name: "compressed",
  apply: "build",
  async writeBundle({ dir = "" }) {
    const files = await readdir(dir, { recursive: true });
    await Promise.all(
      files
        .filter((file) => /\.(js|css|html|svg)$/.test(file))
        .map(async (file) => {
          const path = join(dir, file);
          const bytes = await readFile(path);
          await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes));
          await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
        }),
    );
  },
};

/** Not the menu with its 49 kB, which waits for the first click, nor the words of the languages. */
const isKit = (id: string): boolean =>
  /\/(web\/src|shared)\//.test(id) && !/\/ui\/(menu|showcase)|\/texts\/(?!i18n)|person-menu/.test(id);

/** Where `npm run dev` runs the server; WhatsApp's tunnel may point at either address. */
const server = `http://127.0.0.1:${process.env.PORT ?? 4400}`;

export default defineConfig({
  plugins: [contractWithoutSchemas, react(), tailwindcss(), compressed],
  build: {
    target: browsers,
    cssTarget: browsers,
    chunkSizeWarningLimit: 500,
    rolldownOptions: {
      output: {
        // What several pages share comes in one file instead of forty: each was a round trip before the first strip.
        codeSplitting: { groups: [{ name: "kit", test: isKit, minShareCount: 2 }] },
      },
    },
  },
  server: { port: 4401, proxy: { "/api": server, "/webhooks": server } },
});
