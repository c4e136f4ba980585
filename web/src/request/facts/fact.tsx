import { type ReactNode, useId } from "react";

/** A name beside what can be put right where it stands. */
export function Fact({ name, children }: { name: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="text-line text-ink2">
        {name}
      </label>
      {children(id)}
    </>
  );
}
