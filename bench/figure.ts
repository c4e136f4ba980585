/** One measured number, beside the ceiling of the same run: alone it says nothing about another machine. */
export type Figure = {
  name: string;
  value: number;
  unit: string;
  ceiling?: { name: string; value: number };
  /** Of the ceiling. */
  ratio?: number;
  /** The ratio, or the value where there is no ceiling, must not fall below it. */
  floor?: number;
  /** The value must not rise above it: a budget of the screens. */
  budget?: number;
};

export const isMissed = ({ value, ratio, floor, budget }: Figure): boolean =>
  (floor !== undefined && (ratio ?? value) < floor) || (budget !== undefined && value > budget);
