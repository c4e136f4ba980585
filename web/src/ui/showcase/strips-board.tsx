import { useState } from "react";
import { STATES, type State } from "../../../../shared/request.ts";
import { Button } from "../button.tsx";
import { holderOf } from "../holder.ts";
import { LargeTrack } from "../large-track.tsx";
import { Strip } from "../strip.tsx";
import { BoardSection } from "./board-section.tsx";
import { IN_EACH_STATE, ME, STRIPS } from "./examples.ts";

/** Strips in both densities, and the large track with its one gesture. */
export function StripsBoard() {
  const [index, setIndex] = useState(4);
  const strip = IN_EACH_STATE[index % IN_EACH_STATE.length];
  const state: State = strip?.state ?? "new";
  const times = Object.fromEntries(
    STATES.slice(0, index + 1).map((each) => [each, strip?.openedAt ?? new Date().toISOString()]),
  );
  return (
    <>
      <BoardSection title="Strips, all fields">
        <div className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] items-start gap-2">
          {STRIPS.map((each, place) => (
            <Strip key={each.id} strip={each} me={ME} isSelected={place === 1} />
          ))}
        </div>
      </BoardSection>
      <BoardSection title="Strips, compact">
        <div className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-2">
          {STRIPS.map((each) => (
            <Strip key={each.id} strip={each} me={ME} density="compact" />
          ))}
        </div>
      </BoardSection>
      <BoardSection title="The large track">
        <div className="on-panel flex max-w-96 flex-col gap-4 rounded-panel py-4">
          {strip && <LargeTrack state={state} holder={holderOf(strip, ME)} times={times} />}
          <Button
            className="self-start ms-4"
            shortcut="KeyN"
            onClick={() => setIndex((index + 1) % STATES.length)}
          >
            Next state
          </Button>
        </div>
      </BoardSection>
    </>
  );
}
