import { expect, test } from "vitest";
import { changeSaid, EDIT_MS, REVOKE_MS } from "./say-again.ts";
import { EMPTY_CONTENT, type Said } from "./world.ts";

const AT = 1_795_000_000_000;
const said = (): Said => ({
  ...EMPTY_CONTENT,
  type: "text",
  text: "tomorow",
  id: "wamid.1",
  phoneId: "rosa",
  from: "phone",
  at: AT,
  quoteId: null,
  chosen: null,
  reactions: [{ from: "business", emoji: "👍" }],
  state: "read",
  forwarded: null,
  editedAt: null,
  isRevoked: false,
});
const edit = { type: "edit", text: "tomorrow" } as const;
const revoke = { type: "revoke" } as const;

test("a coexistence number hears an edit with the new words, a plain one only that there was one", () => {
  const message = said();
  expect(changeSaid(message, edit, { now: AT + 1, isCoexistence: true })).toEqual({
    type: "edit",
    edit: { original_message_id: "wamid.1", message: { type: "text", text: { body: "tomorrow" } } },
  });
  expect(message).toMatchObject({ text: "tomorrow", editedAt: AT + 1 });
  expect(changeSaid(said(), edit, { now: AT + 1, isCoexistence: false })).toMatchObject({
    type: "unsupported",
    unsupported: { type: "edit" },
  });
});

test("a plain number hears nothing of a deletion", () => {
  const message = said();
  expect(changeSaid(message, revoke, { now: AT, isCoexistence: false })).toBeNull();
  expect(message).toMatchObject({ isRevoked: true, reactions: [] });
  expect(changeSaid(said(), revoke, { now: AT, isCoexistence: true })).toEqual({
    type: "revoke",
    revoke: { original_message_id: "wamid.1" },
  });
});

test("an edit is for a quarter of an hour, a deletion for two days, and neither for what was deleted", () => {
  const plain = (now: number) => ({ now, isCoexistence: false });
  expect(() => changeSaid(said(), edit, plain(AT + EDIT_MS))).not.toThrow();
  expect(() => changeSaid(said(), edit, plain(AT + EDIT_MS + 1))).toThrow("15 minutes");
  expect(() => changeSaid(said(), revoke, plain(AT + REVOKE_MS + 1))).toThrow("two days");
  expect(() => changeSaid({ ...said(), isRevoked: true }, edit, plain(AT))).toThrow("deleted");
});
