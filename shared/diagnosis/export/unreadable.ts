/** Lines that start no message and belong to none: counted, the first of them shown. Pure. */
import type { Chat } from "../chat.ts";
import { withoutMarks } from "./digits.ts";

const SHOWN_LINES = 20;
const SHOWN_LETTERS = 300;

/** `line` counts from 1. An empty one is nothing to read. */
export function reject(unreadable: Chat["unreadable"], line: number, text: string): void {
  const shown = withoutMarks(text.slice(0, SHOWN_LETTERS));
  if (shown === "" && text.trim() === "") return;
  unreadable.count++;
  if (unreadable.first.length < SHOWN_LINES) unreadable.first.push({ line, text: shown });
}
