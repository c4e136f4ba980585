/** Puts tables into an order in which each comes after those it points to. Pure. */

/** @throws Error when they point to each other in a circle */
export function inOrder<Table extends { name: string }>(
  tables: readonly Table[],
  needs: readonly { table: string; needs: string }[],
): Table[] {
  const ordered: Table[] = [];
  const placed = new Set<string>();
  let left = [...tables];
  while (left.length > 0) {
    const names = new Set(left.map(({ name }) => name));
    const free = left.filter(
      ({ name }) =>
        !needs.some((need) => need.table === name && names.has(need.needs) && !placed.has(need.needs)),
    );
    if (free.length === 0)
      throw new Error(`tables point to each other in a circle: ${[...names].join(", ")}`);
    for (const table of free) placed.add(table.name);
    ordered.push(...free);
    left = left.filter(({ name }) => !placed.has(name));
  }
  return ordered;
}
