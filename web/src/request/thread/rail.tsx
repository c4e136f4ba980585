import type { ReactNode } from "react";

/** Times in a gutter, the rail beside them, what was said and done along it. */
export const Rail = ({ children }: { children: ReactNode }) => (
  <ol className="relative flex flex-col before:absolute before:inset-y-0 before:start-[3.6875rem] before:w-px before:bg-line">
    {children}
  </ol>
);

/** One point on the rail. */
export function RailPoint({
  time,
  mark,
  children,
}: {
  time: ReactNode;
  mark: ReactNode;
  children: ReactNode;
}) {
  return (
    <li className="grid grid-cols-[3rem_1.25rem_minmax(0,1fr)] items-start gap-x-1 py-1.5">
      <span className="pt-px text-end text-line leading-5 text-ink2">{time}</span>
      <span className="relative z-10 flex h-5 items-center justify-center">
        <span className="bg-canvas py-1">{mark}</span>
      </span>
      <div className="min-w-0 ps-1.5">{children}</div>
    </li>
  );
}
