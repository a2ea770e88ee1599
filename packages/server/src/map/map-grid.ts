import type {Box} from '@buurtkit/contract';

/** Levels at which squares are counted ahead, each an eighth of the one before it in length. */
const keptLevels = [6, 9, 12, 15] as const;
/** At level 30 a square is a few centimetres: coordinates are whole numbers there. */
const finest = 30;
const finestKept = 15;

/** From low up to and with high. */
type Range = {low: number; high: number};
type Rectangle = {x: Range; y: Range};

/** A row or a column of squares (at `at`), or of points in squares of the finest kept level, from one end to the other. */
export type Line = Range & {level: number; at: number};

/** What covers a view: whole squares that were counted ahead, and single points along its edges. */
export type Cover = {cellColumns: Line[]; cellRows: Line[]; pointColumns: Line[]; pointRows: Line[]};

const worldSize = 2 ** finest;

function onGrid(part: number): number {
  return Math.max(0, Math.min(worldSize - 1, Math.floor(part * worldSize)));
}

function mapX(longitude: number): number {
  return onGrid((longitude + 180) / 360);
}

function mapY(latitude: number): number {
  const radians = (Math.max(-85.06, Math.min(85.06, latitude)) * Math.PI) / 180;
  return onGrid(0.5 - Math.log(Math.tan(Math.PI / 4 + radians / 2)) / (2 * Math.PI));
}

// PostgreSQL's logarithm and ours may differ in the last digit.
const doubt = 4;

/** The box on the grid at level 30, a hair larger; north is where y is small. */
export function gridBox([west, south, east, north]: Box): Rectangle {
  return {
    x: {low: Math.max(0, mapX(west) - doubt), high: Math.min(worldSize - 1, mapX(east) + doubt)},
    y: {low: Math.max(0, mapY(north) - doubt), high: Math.min(worldSize - 1, mapY(south) + doubt)},
  };
}

const size = (level: number) => 2 ** (finest - level);
const indexAt = (position: number, level: number) => Math.floor(position / size(level));
const length = ({low, high}: Range) => Math.max(0, high - low + 1);
const isEmpty = ({x, y}: Rectangle) => length(x) === 0 || length(y) === 0;

const mostCells = 380;

/** The level whose squares are a quarter of a map tile (64 px), or coarser when too many of them would be in view. */
export function clusterLevel(box: Box, zoom: number): number {
  const {x, y} = gridBox(box);
  const touched = (range: Range, level: number) => indexAt(range.high, level) - indexAt(range.low, level) + 1;
  let level = zoom + 2;
  while (level > 0 && touched(x, level) * touched(y, level) > mostCells) level -= 1;
  return level;
}

/** The squares of a level that lie wholly inside, so that everything in them is in the box whatever the last digits say. */
function insideOf({x, y}: Rectangle, level: number): Rectangle {
  const whole = ({low, high}: Range) => ({low: indexAt(low + 2 * doubt, level) + 1, high: indexAt(high - 2 * doubt, level) - 1});
  return {x: whole(x), y: whole(y)};
}

/** The same ground in the squares of another level. */
function atLevel({x, y}: Rectangle, from: number, to: number): Rectangle {
  const factor = 2 ** (to - from);
  const scaled = ({low, high}: Range) => ({low: low * factor, high: (high + 1) * factor - 1});
  return {x: scaled(x), y: scaled(y)};
}

/** What is left of a rectangle without another inside it: at most four, the lying ones between the standing ones. */
function around(outer: Rectangle, inner: Rectangle): Rectangle[] {
  if (isEmpty(outer)) return [];
  if (isEmpty(inner)) return [outer];
  return [
    {x: {low: outer.x.low, high: inner.x.low - 1}, y: outer.y},
    {x: {low: inner.x.high + 1, high: outer.x.high}, y: outer.y},
    {x: inner.x, y: {low: outer.y.low, high: inner.y.low - 1}},
    {x: inner.x, y: {low: inner.y.high + 1, high: outer.y.high}},
  ].filter((rectangle) => !isEmpty(rectangle));
}

const nowhere: Rectangle = {x: {low: 0, high: -1}, y: {low: 0, high: -1}};

/** Covers a box for clusters of a level: the largest squares inside, smaller ones around them, and points along the edges. */
export function coverOf(box: Box, level: number): Cover {
  const whole = gridBox(box);
  const cover: Cover = {cellColumns: [], cellRows: [], pointColumns: [], pointRows: []};
  let inside = nowhere;
  let insideLevel: number = finestKept;
  for (const kept of keptLevels.filter((each) => each >= level)) {
    const now = insideOf(whole, kept);
    if (isEmpty(now)) continue;
    for (const {x, y} of around(now, atLevel(inside, insideLevel, kept))) {
      if (length(x) <= length(y)) cover.cellColumns.push(...linesOf(kept, x, y));
      else cover.cellRows.push(...linesOf(kept, y, x));
    }
    inside = now;
    insideLevel = kept;
  }
  for (const {x, y} of around(whole, atLevel(inside, insideLevel, finest))) {
    const columns = {low: indexAt(x.low, finestKept), high: indexAt(x.high, finestKept)};
    const rows = {low: indexAt(y.low, finestKept), high: indexAt(y.high, finestKept)};
    if (length(columns) <= length(rows)) cover.pointColumns.push(...linesOf(finestKept, columns, y));
    else cover.pointRows.push(...linesOf(finestKept, rows, x));
  }
  return cover;
}

function linesOf(level: number, across: Range, along: Range): Line[] {
  return Array.from({length: length(across)}, (_, index) => ({level, at: across.low + index, ...along}));
}
