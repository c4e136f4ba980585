/** A real Chromium, and axe in it, for page tests and the bench. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A microphone that beeps, given without asking. */
export const FAKE_MICROPHONE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

export function openBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    // Without these Chromium asks hosts of its own at every start.
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      ...more,
    ],
  });
}

/** Sign a browser in with the cookie of somebody who signed in over the API. */
export async function useCookie(context: BrowserContext, url: string, cookie: string): Promise<void> {
  await context.addCookies(
    cookie.split("; ").map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return { name, value: value.join("="), url };
    }),
  );
}

/** What axe finds wrong, one line each: rule, how many, where. Run through the debugger, so the page's policy stays whole. */
export async function axe(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>("'axe' in globalThis"))) await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const tool = (
      globalThis as unknown as {
        axe: {
          run(options: { resultTypes: string[] }): Promise<{
            violations: {
              id: string;
              help: string;
              nodes: { target: string[]; failureSummary?: string }[];
            }[];
          }>;
        };
      }
    ).axe;
    return (await tool.run({ resultTypes: ["violations"] })).violations;
  });
  return found.map(
    ({ id, help, nodes }) =>
      `${id} (${help}) ×${nodes.length}: ${nodes
        .slice(0, 3)
        .map(
          ({ target, failureSummary }) =>
            `${target.join(" ")} ${failureSummary?.split("\n")[1]?.trim() ?? ""}`,
        )
        .join(" | ")}`,
  );
}
