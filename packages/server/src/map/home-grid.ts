import type {Position} from '@buurtkit/contract';

// Squares of 500 by 500 metres at 52° north.
const columnsPerDegree = 136;
const rowsPerDegree = 222;

/** The middle of the square that a home is in: always the same point for the same home, and for its neighbours. */
export function homeGridPoint([longitude, latitude]: Position): Position {
  return [middle(longitude, columnsPerDegree), middle(latitude, rowsPerDegree)];
}

function middle(degrees: number, perDegree: number): number {
  return Math.round(((Math.floor(degrees * perDegree) + 0.5) / perDegree) * 1e6) / 1e6;
}
