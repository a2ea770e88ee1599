import type {Pixels} from './map-engine.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

const steps: Record<Direction, Pixels> = {up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0]};

/** What lies aside counts this much more than what lies ahead. */
const aside = 2;

/**
 * Which point is the nearest in a direction, as an eye would say: what lies more ahead than aside goes first.
 *
 * @returns Its place in the list, or -1 when there is nothing that way.
 */
export function nearestInDirection(points: readonly Pixels[], from: number, direction: Direction): number {
  const [stepX, stepY] = steps[direction];
  const [fromX, fromY] = points[from]!;
  let found = -1;
  let shortest = Infinity;
  points.forEach(([x, y], index) => {
    const ahead = (x - fromX) * stepX + (y - fromY) * stepY;
    if (index === from || ahead <= 0) return;
    const off = Math.abs((x - fromX) * stepY - (y - fromY) * stepX);
    // What lies more aside than ahead is for another arrow, and only taken when there is nothing else.
    const length = Math.hypot(ahead, aside * off) + (off > ahead ? 1e6 : 0);
    if (length < shortest) [found, shortest] = [index, length];
  });
  return found;
}
