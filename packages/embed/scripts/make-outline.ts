// Makes the outline of the Netherlands and its neighbours that stands behind the map: node scripts/make-outline.ts
import {createHash} from 'node:crypto';
import {readFile, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';
import {feature} from 'topojson-client';

type Position = [x: number, y: number];

const require = createRequire(import.meta.url);
const elements = fileURLToPath(new URL('../../elements', import.meta.url));

/** Finer than the source is; a unit is some 95 m in the Netherlands. */
const worldSize = 2 ** 18;
const box = {west: -3, south: 48.5, east: 11.5, north: 56};
/** Where the map is mostly looked at, and the shape matters. */
const heart = {west: 3, south: 50.5, east: 7.5, north: 53.8};
const tolerance = {heart: 1.5, around: 15};
const [left, top] = toUnits([box.west, box.north]);
const [right, bottom] = toUnits([box.east, box.south]);

const topology = JSON.parse(await readFile(require.resolve('world-atlas/countries-10m.json'), 'utf8')) as Parameters<typeof feature>[0];
const countries = feature(topology, topology.objects['countries']!) as GeoJSON.FeatureCollection<
  GeoJSON.Polygon | GeoJSON.MultiPolygon,
  {name: string}
>;

const own: string[] = [];
const neighbours: string[] = [];
for (const {geometry, properties} of countries.features) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const paths = polygons.flatMap((rings) => rings.map((ring) => pathOf(ring as Position[])));
  (properties.name === 'Netherlands' ? own : neighbours).push(...paths);
}

const outline = `${JSON.stringify({origin: [left, top], worldSize, own: own.join(''), neighbours: neighbours.join('')})}\n`;
const integrity = `sha384-${createHash('sha384').update(outline).digest('base64')}`;
await writeFile(`${elements}/generated/outline.json`, outline);
await writeFile(
  `${elements}/src/map/outline-integrity.ts`,
  `/** Of generated/outline.json; both are made by scripts/make-outline.ts of @buurtkit/embed. */\nexport const outlineIntegrity = '${integrity}';\n`,
);

/** One ring as a path, in whole units from the corner of the box; empty when there is nothing of it in the box. */
function pathOf(ring: Position[]): string {
  const points = simplify(clip(ring.map(toUnits))).map(([x, y]): Position => [Math.round(x) - left, Math.round(y) - top]);
  const distinct = points.filter(([x, y], index) => index === 0 || x !== points[index - 1]![0] || y !== points[index - 1]![1]);
  if (distinct.length < 4) return '';
  const steps = distinct.slice(1).map(([x, y], index) => [x - distinct[index]![0], y - distinct[index]![1]]);
  return `M${distinct[0]!.join(',')}l${steps.map(([x, y]) => `${x}${y! < 0 ? '' : ','}${y}`).join(' ')}z`;
}

/** Web Mercator (EPSG:3857), in units from the north-west corner of the world. */
function toUnits([longitude, latitude]: Position): Position {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return [
    Math.round((0.5 + longitude / 360) * worldSize),
    Math.round((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * worldSize),
  ];
}

/** Sutherland–Hodgman: what of the ring lies within the box. */
function clip(ring: Position[]): Position[] {
  const sides: [axis: 0 | 1, limit: number, sign: 1 | -1][] = [
    [0, left, 1],
    [0, right, -1],
    [1, top, 1],
    [1, bottom, -1],
  ];
  return sides.reduce((points, [axis, limit, sign]) => {
    const isInside = (point: Position) => (point[axis] - limit) * sign >= 0;
    return points.flatMap((point, index) => {
      const before = points.at(index - 1)!;
      const found: Position[] = [];
      if (isInside(point) !== isInside(before)) {
        const share = (limit - before[axis]) / (point[axis] - before[axis]);
        found.push([before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])]);
      }
      if (isInside(point)) found.push(point);
      return found;
    });
  }, ring);
}

/** Douglas–Peucker, in halves: a ring has no ends of its own. */
function simplify(ring: Position[]): Position[] {
  if (ring.length < 4) return [];
  const closed = [...ring, ring[0]!];
  const middle = Math.floor(ring.length / 2);
  return [...thin(closed.slice(0, middle + 1)), ...thin(closed.slice(middle)).slice(1)];
}

function thin(points: Position[]): Position[] {
  const [first, last] = [points[0]!, points.at(-1)!];
  let farthest = 0;
  let worst = 0;
  for (let index = 1; index < points.length - 1; index += 1) {
    const excess = distanceToLine(points[index]!, first, last) / toleranceAt(points[index]!);
    if (excess > worst) [farthest, worst] = [index, excess];
  }
  if (worst <= 1) return [first, last];
  return [...thin(points.slice(0, farthest + 1)), ...thin(points.slice(farthest)).slice(1)];
}

function toleranceAt([x, y]: Position): number {
  const [west, north] = toUnits([heart.west, heart.north]);
  const [east, south] = toUnits([heart.east, heart.south]);
  return x > west && x < east && y > north && y < south ? tolerance.heart : tolerance.around;
}

function distanceToLine([x, y]: Position, [fromX, fromY]: Position, [toX, toY]: Position): number {
  const length = Math.hypot(toX - fromX, toY - fromY);
  if (length === 0) return Math.hypot(x - fromX, y - fromY);
  return Math.abs((toX - fromX) * (fromY - y) - (fromX - x) * (toY - fromY)) / length;
}
