/** Keys alone: where the focus stands, whether one can see it, and getting it somewhere. */
import type { Page } from "playwright-core";
import { until } from "../world.ts";

/** In the page, so text: the name of what has the focus, and whether anything shows that it has. */
const FOCUS = `(() => {
  const held = document.activeElement;
  const label = held.labels?.[0]?.textContent ?? held.getAttribute("aria-label") ?? held.textContent ?? "";
  const around = [held, held.closest("section"), held.nextElementSibling, held.firstElementChild].filter(Boolean);
  const isSeen = around.some((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
  });
  return { name: label.trim().replaceAll(/\\s+/g, " "), isSeen, tag: held.tagName };
})()`;

type Focus = { name: string; isSeen: boolean; tag: string };

/** Tab, until what is named so has the focus; everything on the way shows that it has it. */
export async function tabTo(page: Page, name: RegExp, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const passed: string[] = [];
  for (let n = 0; n < 60; n++) {
    const focus = await page.evaluate<Focus>(FOCUS);
    if (focus.tag !== "BODY") {
      // A strip that just arrives is drawn anew; its ring is there a frame later.
      const shown = () => page.evaluate<Focus>(FOCUS);
      if (!focus.isSeen)
        await until(shown, ({ isSeen }) => isSeen, 1_000).catch((cause) => {
          throw new Error(`The focus on “${focus.name}” cannot be seen.`, { cause });
        });
      if (name.test(focus.name)) return;
      passed.push(focus.name);
    }
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never reached ${name}; it passed ${passed.join(" · ")}`);
}

/** Keys one after another, as fingers do. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}
