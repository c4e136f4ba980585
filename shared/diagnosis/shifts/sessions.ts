/** Runs of one person's messages, and the gap that parts them: found in the chat itself (measures.md 8). Pure. */
import { MINUTE } from "../../measures/business-time.ts";
import type { Chat } from "../chat.ts";
import type { Person, PersonIndex, Shifts } from "../diagnosis.ts";

/** Instants at which one person of ours wrote, in order. */
export type Working = { person: PersonIndex; times: Float64Array };

/** When staff wrote; workers keep no shift in the chat, and bots none at all. */
export function workingTimes(chat: Chat, people: readonly Person[]): Working[] {
  const counts = new Uint32Array(people.length);
  for (const { by, kind } of chat.messages)
    if (by !== null && kind !== "system") counts[by] = (counts[by] ?? 0) + 1;
  const filled = people.map(({ role }, person) =>
    role === "staff" ? { person, times: new Float64Array(counts[person] ?? 0), length: 0 } : null,
  );
  for (const { by, kind, at } of chat.messages) {
    const own = by === null ? null : filled[by];
    if (own && kind !== "system") own.times[own.length++] = at;
  }
  return filled
    .filter((own) => own !== null)
    .filter(({ length }) => length > 0)
    .map(({ person, times }) => ({ person, times: times.sort() }));
}

/** Where the gaps show no valley. */
const USUAL_GAP_MINUTES = 180;
/** A shorter silence never ends a session, a longer one always does. */
const SHORTEST_MINUTES = 20;
const LONGEST_MINUTES = 7 * 24 * 60;
/** The valley must lie where pauses within a shift and nights can meet. */
const VALLEY = { from: 90, to: 600 };
const BINS_PER_DOUBLING = 4;
const FEWEST_GAPS = 40;
const binOf = (minutes: number) => Math.floor(Math.log2(minutes / SHORTEST_MINUTES) * BINS_PER_DOUBLING);
const minutesOf = (bin: number) => SHORTEST_MINUTES * 2 ** (bin / BINS_PER_DOUBLING);

/** Minutes of silence that end a session: the valley of the logarithms of all gaps, by Otsu; three hours without one. */
export function sessionGapMinutes(working: readonly Working[]): number {
  const bins = new Array<number>(binOf(LONGEST_MINUTES) + 1).fill(0);
  let gaps = 0;
  for (const { times } of working) {
    for (let place = 1; place < times.length; place++) {
      const minutes = ((times[place] ?? 0) - (times[place - 1] ?? 0)) / MINUTE;
      if (minutes < SHORTEST_MINUTES || minutes > LONGEST_MINUTES) continue;
      const bin = binOf(minutes);
      bins[bin] = (bins[bin] ?? 0) + 1;
      gaps++;
    }
  }
  if (gaps < FEWEST_GAPS) return USUAL_GAP_MINUTES;
  const smooth = bins.map((_, bin) => mean(bins.slice(Math.max(0, bin - 1), bin + 2)));
  const cut = otsu(smooth);
  const valley = lowestNear(smooth, cut);
  const left = Math.max(...smooth.slice(0, valley));
  const right = Math.max(...smooth.slice(valley + 1));
  const depth = smooth[valley] ?? 0;
  const minutes = Math.round(minutesOf(valley + 0.5));
  const isValley = depth <= 0.6 * Math.min(left, right);
  return isValley && minutes >= VALLEY.from && minutes <= VALLEY.to ? minutes : USUAL_GAP_MINUTES;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** The last bin of the lower class, where the two classes differ most (Otsu 1979). */
function otsu(bins: readonly number[]): number {
  const total = bins.reduce((sum, count) => sum + count, 0);
  const weighted = bins.reduce((sum, count, bin) => sum + count * bin, 0);
  let best = 0;
  let most = -1;
  let below = 0;
  let sumBelow = 0;
  bins.forEach((count, bin) => {
    below += count;
    sumBelow += count * bin;
    if (below === 0 || below === total) return;
    const apart = sumBelow / below - (weighted - sumBelow) / (total - below);
    const between = below * (total - below) * apart * apart;
    if (between > most) {
      most = between;
      best = bin;
    }
  });
  return best;
}

/** The lowest bin within one doubling of the cut; the one nearest to it among equals. */
function lowestNear(bins: readonly number[], cut: number): number {
  let lowest = cut;
  for (let step = 1; step <= BINS_PER_DOUBLING; step++)
    for (const bin of [cut - step, cut + step])
      if (bin > 0 && bin < bins.length - 1 && (bins[bin] ?? 0) < (bins[lowest] ?? 0)) lowest = bin;
  return lowest;
}

/** By their beginnings. */
export function sessionsOf(working: readonly Working[], gapMinutes: number): Shifts["sessions"] {
  const sessions: { person: PersonIndex; from: number; to: number }[] = [];
  for (const { person, times } of working) {
    let from = times[0] ?? 0;
    let to = from;
    for (const at of times) {
      if (at - to > gapMinutes * MINUTE) {
        sessions.push({ person, from, to });
        from = at;
      }
      to = at;
    }
    sessions.push({ person, from, to });
  }
  return sessions.sort((one, other) => one.from - other.from || one.person - other.person);
}
