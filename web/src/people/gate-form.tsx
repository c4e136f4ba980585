import type { ReactNode } from "react";
import type { State } from "../../../shared/request.ts";
import { Button } from "../ui/button.tsx";
import { Track } from "../ui/track.tsx";

/** A strip that is in your hands: the form stands on it, its track says how far you are. */
export function GateForm({
  state,
  error,
  button,
  isBusy,
  onSubmit,
  children,
}: {
  state: State;
  error: string | null;
  button: string;
  isBusy: boolean;
  onSubmit: (fields: FormData) => void;
  children: ReactNode;
}) {
  return (
    <form
      className="on-strip mt-8 w-full max-w-105 rounded-strip border-s-3 border-hand-fill shadow-2"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(new FormData(event.currentTarget));
      }}
    >
      <div className="flex flex-col gap-4 px-7 pt-6 pb-3 max-sm:px-4">
        {children}
        {error && (
          <p role="alert" className="text-body font-medium text-late">
            {error}
          </p>
        )}
        <Button type="submit" kind="primary" size="large" disabled={isBusy} className="self-start">
          {button}
        </Button>
        <Track state={state} holder="you" className="mt-3" />
      </div>
    </form>
  );
}

/** A field of a form as text; forms send strings, never files, here. */
export const textOf = (fields: FormData, name: string): string => {
  const value = fields.get(name);
  return typeof value === "string" ? value : "";
};
