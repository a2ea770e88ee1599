/** How far a text goes over the bars beside its own where there is little room, as a part of all. */
export const reach = 0.5;

/** The last bar, and the highest and the lowest where their texts don't run into another: one ends at its bar, one stands in the middle of it. */
export function toldBars(values: readonly number[]): number[] {
  const last = values.length - 1;
  const told = [last];
  for (const value of [Math.max(...values), Math.min(...values, 0)]) {
    const index = values.indexOf(value);
    if (value !== 0 && index >= 0 && told.every((other) => Math.abs(other - index) > values.length * 1.5 * reach)) told.push(index);
  }
  return told;
}
