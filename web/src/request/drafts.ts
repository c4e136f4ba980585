/** What somebody began to write, kept for this tab alone until it is sent. */

export type Draft = {
  text: string /** Unique for this message: sending it again after a lost answer cannot double it. */;
  key: string;
};

const nameOf = (conversationId: number): string => `baton.draft.${conversationId}`;
const fresh = (): Draft => ({ text: "", key: crypto.randomUUID() });

export function readDraft(conversationId: number): Draft {
  const [key = "", ...lines] = (sessionStorage.getItem(nameOf(conversationId)) ?? "").split("\n");
  return key.length >= 8 ? { key, text: lines.join("\n") } : fresh();
}

export function keepDraft(conversationId: number, draft: Draft): void {
  if (draft.text === "") sessionStorage.removeItem(nameOf(conversationId));
  else sessionStorage.setItem(nameOf(conversationId), `${draft.key}\n${draft.text}`);
}

/** After it was sent: nothing written, and a new key. */
export function dropDraft(conversationId: number): Draft {
  sessionStorage.removeItem(nameOf(conversationId));
  return fresh();
}
