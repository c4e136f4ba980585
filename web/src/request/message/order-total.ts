type Line = { quantity: number; amount?: number | undefined; currency?: string | undefined };

/** What an order comes to; null as long as one price is missing or two currencies meet. */
export function orderTotal(lines: readonly Line[]): { amount: number; currency: string } | null {
  const [first] = lines;
  if (!first?.currency) return null;
  let amount = 0;
  for (const line of lines) {
    if (line.amount === undefined || line.currency !== first.currency) return null;
    amount += line.amount * line.quantity;
  }
  return { amount, currency: first.currency };
}
