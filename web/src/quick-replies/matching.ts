/** Which quick replies a word fits: shortcuts that begin with it first, then anything that holds it. Pure. */

type Findable = { shortcut: string; title: string; text: string };

export function matching<Reply extends Findable>(replies: readonly Reply[], typed: string): Reply[] {
  const wanted = typed.trim().toLowerCase();
  const rank = ({ shortcut, title, text }: Reply): number => {
    if (shortcut.startsWith(wanted)) return 0;
    if (shortcut.includes(wanted)) return 1;
    if (title.toLowerCase().includes(wanted)) return 2;
    return text.toLowerCase().includes(wanted) ? 3 : 4;
  };
  return replies
    .map((reply) => ({ reply, rank: rank(reply) }))
    .filter(({ rank }) => rank < 4)
    .sort((a, b) => a.rank - b.rank)
    .map(({ reply }) => reply);
}

/** What was typed after a slash at the very start of one line; null when the words are no search. */
export function typedAfterSlash(text: string): string | null {
  return /^\/([^/\n]{0,40})$/.exec(text)?.[1] ?? null;
}
