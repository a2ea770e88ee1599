import {svg, type SVGTemplateResult} from 'lit';

/** A silhouette in a square of 32, and what is drawn in it. */
type PinShape = {body: string; sign: string};

const circle = 'M16 2a14 14 0 1 1 0 28a14 14 0 1 1 0-28Z';
const square = 'M7 3h18a4 4 0 0 1 4 4v18a4 4 0 0 1-4 4H7a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4Z';
const house = 'M16 1.5 30 13v13a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V13Z';
const diamond = 'M16 .5 31.5 16 16 31.5.5 16Z';
const hexagon = 'M9 3h14l8 13-8 13H9L1 16Z';
const shield = 'M4 3h24v14c0 7-6 11-12 14C10 28 4 24 4 17Z';
const octagon = 'M10 2h12l8 8v12l-8 8H10l-8-8V10Z';
const balloon = 'M6 3h20a4 4 0 0 1 4 4v14a4 4 0 0 1-4 4h-5l-5 6-5-6H6a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4Z';

const shapes = {
  meeting: {body: house, sign: 'M12.5 29v-9h7v9M11 14h10'},
  shop: {body: square, sign: 'M9 12h14l-1.5 11h-11ZM12.5 12a3.5 3.5 0 0 1 7 0'},
  play: {body: diamond, sign: 'M10 21 16 10l6 11M13.5 16h5'},
  eating: {body: circle, sign: 'M9 12h11v5a5.5 5.5 0 0 1-11 0ZM20 13.5h1.5a2.5 2.5 0 0 1 0 5H20M9 25h11'},
  care: {body: shield, sign: 'M16 9v12M10 15h12'},
  together: {body: hexagon, sign: 'M12 14a2.5 2.5 0 1 0 0-.01M20 14a2.5 2.5 0 1 0 0-.01M7.5 22a4.5 4.5 0 0 1 8.5-1 4.5 4.5 0 0 1 8.5 1'},
  talking: {body: balloon, sign: 'M9 11h14M9 16h9'},
  time: {body: octagon, sign: 'M16 9a7 7 0 1 0 .01 0M16 12v4l3 2'},
  other: {body: circle, sign: 'M16 10v12M10.8 13l10.4 6M21.2 13l-10.4 6'},
} as const satisfies Record<string, PinShape>;

const shapeOfKind: Record<string, keyof typeof shapes> = {
  'village-house': 'meeting',
  'community-centre': 'meeting',
  'city-village': 'meeting',
  'housing-cooperative': 'meeting',
  shop: 'shop',
  'neighbourhood-business': 'shop',
  playground: 'play',
  'neighbourhood-cafe': 'eating',
  'meal-service': 'eating',
  'care-cooperative': 'care',
  'support-point': 'care',
  'neighbour-care-point': 'care',
  'neighbour-network': 'together',
  'neighbour-help': 'together',
  'neighbourhood-cooperative': 'together',
  'residents-collective': 'together',
  'information-desk': 'talking',
  'village-council': 'talking',
  network: 'talking',
  'time-exchange': 'time',
};

/** The sign of a kind of initiative: kinds differ in silhouette, not in colour. */
export function pinShape(kind: string): SVGTemplateResult {
  const {body, sign} = shapes[shapeOfKind[kind] ?? 'other'];
  return svg`<path class="pin-body" d=${body} /><path class="pin-sign" d=${sign} />`;
}
