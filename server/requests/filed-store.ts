/** Conditions on a request by what it is filed under. */

/** Null: whatever it is. */
export type Filed = { categoryId: number | null; areaId: number | null };

/** Also what was merged into it. Each combination is a text of its own, so each is prepared once. */
export function filedUnder({ categoryId, areaId }: Filed, value: (given: unknown) => string): string[] {
  const under = (table: "category" | "area", id: number) => {
    const wanted = value(id);
    return `${table}_id = any (array(select id from ${table} where id = ${wanted} or counts_as = ${wanted}))`;
  };
  return [
    ...(categoryId === null ? [] : [under("category", categoryId)]),
    ...(areaId === null ? [] : [under("area", areaId)]),
  ];
}
