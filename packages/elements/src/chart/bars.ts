/** Where a bar stands, across in percent and down in pixels: so the text beside it keeps its size. */
export type Bar = {x: number; width: number; y: number; height: number};

const gap = 0.15;

/**
 * Bars for values from left to right, upward from zero and downward below it. A value that isn't zero is always seen.
 *
 * @param height - In pixels, for all of it.
 */
export function barsOf(values: readonly number[], height: number): {bars: Bar[]; zero: number} {
  const top = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  const scale = height / (top - bottom || 1);
  const zero = top === bottom ? height : top * scale;
  const step = 100 / values.length;
  const bars = values.map((value, index) => {
    const length = value === 0 ? 0 : Math.max(1, Math.abs(value) * scale);
    return {
      x: round((index + gap / 2) * step),
      width: round((1 - gap) * step),
      y: round(value < 0 ? zero : zero - length),
      height: round(length),
    };
  });
  return {bars, zero: round(zero)};
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
