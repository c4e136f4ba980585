/** The net of latitude and longitude around a place, in the units of a drawing. Pure; no map is asked for. */

export type Sketch = {
  /** Where the lines run, in units from the start of the drawing. */
  meridians: { at: number; degrees: number }[];
  parallels: { at: number; degrees: number }[];
  scale: { metres: number; length: number };
};

const METRES_A_DEGREE = 111_320;
/** As wide as a neighbourhood. */
const METRES_ACROSS = 1_600;
/** A fortieth of a turn and its parts, so that a line always has a short figure. */
const STEPS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5];
const MOST_LINES = 9;

export function sketchAround(
  place: { latitude: number; longitude: number },
  size: { width: number; height: number },
): Sketch {
  const latitude = Math.max(-90, Math.min(90, place.latitude));
  const longitude = ((((place.longitude + 180) % 360) + 360) % 360) - 180;
  const unitsAMetre = size.width / METRES_ACROSS;
  const northwards = METRES_A_DEGREE * unitsAMetre;
  // Meridians meet at the poles.
  const eastwards = northwards * Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
  return {
    meridians: lines(longitude, size.width, eastwards),
    parallels: lines(latitude, size.height, -northwards),
    scale: { metres: 200, length: 200 * unitsAMetre },
  };
}

function lines(middle: number, length: number, unitsADegree: number): { at: number; degrees: number }[] {
  const half = length / 2 / Math.abs(unitsADegree);
  const step = STEPS.find((one) => (2 * half) / one <= MOST_LINES) ?? 5;
  const found = [];
  for (let n = Math.ceil((middle - half) / step); n * step <= middle + half; n += 1)
    found.push({
      at: length / 2 + (n * step - middle) * unitsADegree,
      degrees: Number((n * step).toFixed(3)),
    });
  return found;
}
