import { defineConfig } from "vitest/config";

const elsewhere = ["node_modules/**", "data/**", "web/dist/**", "test-output/**"];
const withDatabase = { globalSetup: ["test/global-setup.ts"], hookTimeout: 180_000 };

export default defineConfig({
  test: {
    // Two cores, shared with PostgreSQL and a browser.
    maxWorkers: 2,
    // Sockets and processes on a noisy machine; a failure that stays is one.
    retry: 1,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...elsewhere, "**/*.pg.test.ts", "test/stories/**", "test/torture/**", "test/pages/**"],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          ...withDatabase,
          name: "pg",
          include: ["**/*.pg.test.ts"],
          exclude: elsewhere,
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          ...withDatabase,
          name: "stories",
          retry: 2,
          include: ["test/stories/**/*.test.ts"],
          testTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          ...withDatabase,
          name: "torture",
          // What only sometimes holds does not hold.
          retry: 0,
          include: ["test/torture/**/*.test.ts"],
          testTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          ...withDatabase,
          name: "pages",
          retry: 2,
          include: ["test/pages/**/*.test.ts"],
          testTimeout: 180_000,
        },
      },
    ],
  },
});
