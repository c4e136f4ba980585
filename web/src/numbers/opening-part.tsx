import { type ReactNode, useState } from "react";
import { Button } from "../ui/button.tsx";

/** A part of a number's card that is there when it is wanted: nothing of it is read before. */
export function OpeningPart({ open, close, children }: { open: string; close: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="flex flex-col gap-4 border-t border-line pt-4">
      <Button
        kind={isOpen ? "quiet" : "plain"}
        aria-expanded={isOpen}
        className="self-start"
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? close : open}
      </Button>
      {isOpen && children}
    </div>
  );
}
