/** A page of a thread, walked from its newer end: what it costs depends on the page, not on the thread. */

export function pageOf<Item extends { id: string }>(
  thread: readonly Item[],
  fits: (item: Item) => boolean,
  { limit, before }: { limit: number; before?: string | undefined },
): { messages: Item[]; hasEarlier: boolean } {
  const messages: Item[] = [];
  let isWithin = before === undefined;
  for (let place = thread.length - 1; place >= 0; place -= 1) {
    const item = thread[place];
    if (!item) continue;
    if (isWithin && fits(item)) {
      if (messages.length === limit) return { messages: messages.reverse(), hasEarlier: true };
      messages.push(item);
    }
    if (item.id === before) isWithin = true;
  }
  return { messages: messages.reverse(), hasEarlier: false };
}
