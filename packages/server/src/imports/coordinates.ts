import proj4 from 'proj4';

// The national grid: EPSG:28992, with the transformation to WGS 84 that Kadaster gives for it; good to a quarter of a metre.
const nationalGrid = proj4(
  '+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel ' +
    '+towgs84=565.4171,50.3319,465.5524,-0.398957388243134,0.343987817378283,-1.87740163998045,4.0725 +units=m +no_defs',
  'EPSG:4326',
);

type Box = {west: number; south: number; east: number; north: number};

const grid: Box = {west: -7000, south: 289_000, east: 300_000, north: 629_000};
const netherlands: Box[] = [
  {west: 3.2, south: 50.7, east: 7.3, north: 53.7},
  {west: -68.5, south: 11.9, east: -68.1, north: 12.4},
  {west: -63.3, south: 17.4, east: -62.9, north: 17.7},
];

/** Longitude and latitude of a pair that is either these or metres in the national grid; null when it is not in the Netherlands. */
export function readCoordinates(first: number, second: number): [longitude: number, latitude: number] | null {
  if (isIn(grid, first, second)) {
    const [longitude, latitude] = nationalGrid.forward([first, second]);
    return [round(longitude), round(latitude)];
  }
  return netherlands.some((box) => isIn(box, first, second)) ? [first, second] : null;
}

function isIn(box: Box, x: number, y: number): boolean {
  return x >= box.west && x <= box.east && y >= box.south && y <= box.north;
}

/** Six decimals are 10 cm: more than the transformation knows. */
function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
