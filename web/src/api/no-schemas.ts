/**
 * Stands in for zod under the contract's files in a build. The browser needs only an endpoint's method and path;
 * the schemas would be 28 kB of the first load. Whoever does ask a schema something hears of it.
 */
function nothing(): void {}

const schema: unknown = new Proxy(nothing, {
  get: (_, name) => {
    if (name === "parse" || name === "safeParse")
      throw new Error("The contract's schemas are not in the browser's build. Check on the server.");
    return schema;
  },
  apply: () => schema,
});

export const z = schema;
