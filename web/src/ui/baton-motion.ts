/** The one gesture of the brand: the baton slides along its track, and pauses where it changes hands. */
import { useLayoutEffect, useRef } from "react";

const SLIDE_MS = 220;
const PAUSE_MS = 60;

/** The two hand-over points: desk to worker, worker to client. */
export const GAPS = [0.3, 0.75] as const;

const at = (place: number) => `translateX(${place * 100}%)`;

type Stand = { place: number; colour: string };

/** From the old place to the new one; across a gap it stops there first and changes colour after. */
function keyframes(from: Stand, to: Stand): { frames: Keyframe[]; durationMs: number } {
  const gap = GAPS.find(
    (point) => point > Math.min(from.place, to.place) && point < Math.max(from.place, to.place),
  );
  if (gap === undefined)
    return {
      frames: [{ transform: at(from.place) }, { transform: at(to.place) }],
      durationMs: SLIDE_MS,
    };
  const total = SLIDE_MS + PAUSE_MS;
  const share = Math.abs(gap - from.place) / Math.abs(to.place - from.place);
  const stop = (share * SLIDE_MS) / total;
  const go = stop + PAUSE_MS / total;
  return {
    frames: [
      { transform: at(from.place), color: from.colour },
      { transform: at(gap), color: from.colour, offset: stop },
      { transform: at(gap), color: from.colour, offset: go - 0.001 },
      { transform: at(gap), color: to.colour, offset: go },
      { transform: at(to.place), color: to.colour },
    ],
    durationMs: total,
  };
}

/** Put the ref on the baton. It only moves when the same track is drawn again with another place. */
export function useBatonMotion(place: number) {
  const ref = useRef<SVGGElement>(null);
  const before = useRef<Stand>(null);
  useLayoutEffect(() => {
    const baton = ref.current;
    if (!baton) return;
    const now = { place, colour: getComputedStyle(baton).color };
    const last = before.current;
    before.current = now;
    if (!last || last.place === place) return;
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const { frames, durationMs } = keyframes(last, now);
    baton.animate(frames, { duration: durationMs, easing: "cubic-bezier(.2,.7,.2,1)" });
  }, [place]);
  return ref;
}
