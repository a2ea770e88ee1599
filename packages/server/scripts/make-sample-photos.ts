/**
 * Draws the pictures of the sample community, in which nobody lives and where nothing can be photographed. What it makes is
 * committed in `data/photos`; run it again after a change here.
 */
import {writeFile} from 'node:fs/promises';
import sharp from 'sharp';

const folder = new URL('../data/photos/', import.meta.url);
const [width, height] = [1200, 800];

const sky = '#dcebf2';
const grass = '#a9c48a';
const ink = '#3d3a4b';
const brick = '#b5634a';
const cream = '#f6efe1';
const plum = '#7a2e6d';
const wood = '#c79a63';
const glass = '#9cc3d5';
const leaf = '#5f8f5a';

type Point = readonly [x: number, y: number];

const box = (x: number, y: number, w: number, h: number, fill: string, radius = 0) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${radius}" fill="${fill}"/>`;
const disc = (x: number, y: number, radius: number, fill: string) => `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;
const oval = (x: number, y: number, rx: number, ry: number, fill: string) =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;
const shape = (points: readonly Point[], fill: string) =>
  `<polygon points="${points.map((point) => point.join()).join(' ')}" fill="${fill}"/>`;
const line = (d: string, colour: string, thickness: number) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${thickness}" stroke-linecap="round" stroke-linejoin="round"/>`;

function repeat(times: number, draw: (index: number) => string): string {
  return Array.from({length: times}, (_, index) => draw(index)).join('');
}

function tree(x: number, foot: number, size: number): string {
  return (
    box(x - size * 0.08, foot - size, size * 0.16, size, '#7b5a3c', 4) +
    disc(x, foot - size * 1.25, size * 0.5, leaf) +
    disc(x - size * 0.32, foot - size, size * 0.36, '#6f9f66') +
    disc(x + size * 0.32, foot - size, size * 0.36, '#537f50')
  );
}

function window(x: number, y: number, w: number, h: number): string {
  return (
    box(x - 8, y - 8, w + 16, h + 16, cream) +
    box(x, y, w, h, glass) +
    box(x + w / 2 - 4, y, 8, h, cream) +
    box(x - 14, y + h + 8, w + 28, 12, '#e3d8c2')
  );
}

const cloud = (x: number, y: number) =>
  oval(x, y, 90, 28, '#ffffff') + disc(x - 30, y - 20, 36, '#ffffff') + disc(x + 26, y - 24, 44, '#ffffff');

const centre = [
  box(0, 0, width, height, sky),
  cloud(220, 130),
  cloud(960, 100),
  tree(120, 640, 170),
  tree(1090, 640, 190),
  shape(
    [
      [210, 330],
      [600, 130],
      [990, 330],
    ],
    '#8a4636',
  ),
  box(250, 320, 700, 330, brick),
  repeat(6, (row) => box(250, 368 + row * 48, 700, 3, '#a6573f')),
  disc(600, 250, 44, cream) + disc(600, 250, 34, glass),
  window(310, 400, 130, 150),
  window(760, 400, 130, 150),
  box(510, 400, 180, 250, cream, 6) + box(524, 414, 72, 236, plum) + box(604, 414, 72, 236, plum),
  disc(584, 540, 7, cream) + disc(616, 540, 7, cream),
  box(490, 370, 220, 30, plum, 6),
  box(0, 640, width, 160, grass) +
    shape(
      [
        [510, 650],
        [690, 650],
        [800, 800],
        [400, 800],
      ],
      '#d8cbb3',
    ),
  box(330, 610, 110, 12, wood, 4) + box(340, 622, 10, 34, ink) + box(420, 622, 10, 34, ink),
  repeat(5, (index) => disc(770 + index * 34, 632, 16, index % 2 === 0 ? '#d97b8f' : '#e9b44c') + box(767 + index * 34, 636, 6, 20, leaf)),
].join('');

function cup(x: number, y: number, colour: string): string {
  return (
    oval(x, y + 44, 74, 18, '#ffffff') +
    line(`M ${x + 40} ${y - 4} q 46 4 34 30 q -10 14 -38 8`, colour, 11) +
    `<path d="M ${x - 48} ${y - 24} h 96 q 0 66 -28 66 h -40 q -28 0 -28 -66 z" fill="${colour}"/>` +
    oval(x, y - 24, 48, 13, '#6b4532')
  );
}

const table = [
  box(0, 0, width, height, cream),
  box(0, 0, width, 330, '#e9dcc3') + box(0, 326, width, 10, '#d6c5a3'),
  box(130, 60, 260, 200, glass) +
    line('M 260 60 V 260 M 130 160 H 390', '#ffffff', 10) +
    line('M 130 60 H 390 V 260 H 130 Z', '#ffffff', 14),
  repeat(
    3,
    (index) =>
      line(`M ${600 + index * 200} 0 V 110`, ink, 4) +
      shape(
        [
          [540 + index * 200, 180],
          [570 + index * 200, 110],
          [630 + index * 200, 110],
          [660 + index * 200, 180],
        ],
        [plum, '#d98e3f', leaf][index]!,
      ),
  ),
  shape(
    [
      [60, 400],
      [1140, 400],
      [1200, 800],
      [0, 800],
    ],
    wood,
  ),
  line('M 60 560 H 1140 M 70 480 H 1130 M 44 680 H 1156', '#b98b55', 4),
  shape(
    [
      [480, 400],
      [720, 400],
      [760, 800],
      [440, 800],
    ],
    '#ffffff',
  ) + repeat(6, (index) => box(482, 430 + index * 64, 236, 10, '#d97b8f')),
  oval(600, 560, 130, 42, '#ffffff') +
    oval(600, 548, 112, 32, '#f0c869') +
    repeat(5, (index) => disc(530 + index * 35, 540 - (index % 2) * 14, 19, index % 2 === 0 ? '#d98e3f' : '#c2703a')),
  cup(270, 520, '#5b8aa6'),
  cup(900, 500, plum),
  cup(180, 690, '#d98e3f'),
  cup(1000, 680, leaf),
  box(570, 372, 60, 90, glass, 8) +
    line('M 600 400 C 590 340 570 320 556 300 M 600 400 C 604 340 612 310 622 280 M 600 400 C 618 350 640 330 652 322', leaf, 6),
  disc(554, 292, 24, '#e9b44c') + disc(622, 270, 26, '#d97b8f') + disc(656, 314, 20, '#ffffff') + disc(656, 314, 9, '#e9b44c'),
].join('');

const workbench = [
  box(0, 0, width, height, '#e4e9e2'),
  box(90, 70, 1020, 300, '#cdb48d', 10),
  repeat(9, (column) => repeat(3, (row) => disc(150 + column * 112, 120 + row * 95, 5, '#a98f68'))),
  line('M 190 130 V 300', '#8c8c99', 16) + box(160, 110, 60, 46, '#8c8c99', 8),
  line('M 330 120 V 230', '#d9b04a', 22) + line('M 330 230 V 310', '#8c8c99', 10),
  line('M 470 130 L 500 230 L 470 320 M 530 130 L 500 230 L 530 320', plum, 16),
  disc(660, 210, 62, '#8c8c99') +
    disc(660, 210, 38, '#cdb48d') +
    repeat(8, (index) => `<g transform="rotate(${index * 45} 660 210)">${box(650, 134, 20, 30, '#8c8c99')}</g>`),
  line('M 800 130 H 990 M 800 190 H 960 M 800 250 H 1000', '#5b8aa6', 14),
  box(0, 520, width, 280, wood) + box(0, 520, width, 22, '#a87c46'),
  oval(280, 560, 120, 22, '#b48650') +
    box(265, 400, 30, 150, '#8c8c99') +
    line('M 280 410 L 360 330', '#8c8c99', 18) +
    shape(
      [
        [330, 300],
        [410, 250],
        [470, 350],
        [380, 390],
      ],
      '#d98e3f',
    ) +
    shape(
      [
        [400, 372],
        [458, 342],
        [600, 540],
        [420, 540],
      ],
      '#f4e3a6',
    ),
  box(610, 420, 250, 150, '#d8dde2', 34) +
    box(640, 408, 190, 18, ink, 8) +
    box(664, 372, 60, 44, '#dca766', 10) +
    box(746, 380, 60, 36, '#dca766', 10) +
    disc(836, 520, 15, plum) +
    box(846, 452, 26, 12, ink, 5),
  line('M 610 540 C 540 620 470 600 420 660', ink, 8) + box(376, 650, 54, 34, ink, 8),
  repeat(6, (index) => disc(920 + (index % 3) * 56, 590 + Math.floor(index / 3) * 50, 15, index % 2 === 0 ? '#8c8c99' : '#d9b04a')),
  line('M 160 690 L 330 740', '#8c8c99', 14) + line('M 100 672 L 170 692', plum, 26),
  box(560, 650, 180, 90, leaf, 8) + box(560, 650, 180, 24, '#4b7a47', 8) + line('M 610 650 q 40 -50 80 0', ink, 10),
].join('');

const shop = [
  box(0, 0, width, height, sky),
  cloud(180, 110),
  cloud(1010, 150),
  box(0, 660, width, 140, '#cfc7b8') + box(0, 650, width, 14, '#b6ad9b'),
  shape(
    [
      [240, 300],
      [330, 110],
      [870, 110],
      [960, 300],
    ],
    '#6d5a55',
  ) + box(770, 70, 60, 110, brick),
  box(260, 290, 680, 370, cream),
  box(420, 165, 120, 100, glass) + box(660, 165, 120, 100, glass) + line('M 480 165 V 265 M 720 165 V 265', cream, 8),
  box(300, 430, 340, 190, glass) + line('M 470 430 V 620', '#ffffff', 10) + line('M 300 430 H 640 V 620 H 300 Z', leaf, 14),
  repeat(4, (index) => box(322 + index * 36, 560, 26, 54, ['#d98e3f', plum, '#5b8aa6', '#d9b04a'][index]!, 4)) +
    oval(560, 598, 60, 16, wood) +
    repeat(3, (index) => oval(530 + index * 32, 578, 26, 16, '#dca766')),
  box(720, 420, 150, 240, leaf, 6) + box(742, 442, 106, 110, glass) + disc(850, 590, 9, '#d9b04a'),
  repeat(10, (index) => `<path d="M ${280 + index * 64} 350 h 64 v 44 q -32 34 -64 0 z" fill="${index % 2 === 0 ? plum : '#ffffff'}"/>`) +
    box(280, 336, 640, 18, '#5d2253'),
  repeat(3, (index) => box(300 + index * 124, 640, 104, 52, wood, 6) + line(`M ${300 + index * 124} 666 h 104`, '#a87c46', 4)),
  repeat(4, (index) => disc(318 + index * 23, 632, 15, '#c8453b')) +
    repeat(4, (index) => disc(442 + index * 23, 630, 15, leaf)) +
    repeat(4, (index) => oval(566 + index * 23, 632, 10, 17, '#d98e3f')),
  line('M 1000 690 m -58 0 a 58 58 0 1 0 116 0 a 58 58 0 1 0 -116 0', ink, 8) +
    line('M 1140 690 m -46 0 a 46 46 0 1 0 92 0 a 46 46 0 1 0 -92 0', ink, 8) +
    line('M 1000 690 L 1040 590 L 1130 600 L 1070 690 Z M 1040 590 L 1030 570 H 1056 M 1140 690 L 1120 570 H 1090', plum, 9),
  tree(120, 670, 180),
].join('');

const garden = [
  box(0, 0, width, height, sky),
  cloud(300, 120),
  cloud(860, 90),
  disc(1060, 130, 62, '#f2c864'),
  tree(70, 380, 130) + tree(1130, 390, 150) + tree(980, 380, 110),
  box(0, 370, width, 430, grass),
  box(420, 230, 260, 170, '#9a6b45') +
    shape(
      [
        [390, 240],
        [550, 140],
        [710, 240],
      ],
      '#6d4a33',
    ) +
    box(520, 290, 70, 110, '#5b3f2c') +
    box(450, 280, 46, 46, glass) +
    box(614, 280, 46, 46, glass),
  repeat(14, (index) => box(index * 90 + 10, 350, 24, 70, cream, 6)) + box(0, 372, width, 12, cream),
  shape(
    [
      [80, 470],
      [520, 470],
      [480, 760],
      [0, 760],
    ],
    '#7b5a3c',
  ) +
    shape(
      [
        [680, 470],
        [1120, 470],
        [1200, 760],
        [720, 760],
      ],
      '#7b5a3c',
    ),
  repeat(4, (row) =>
    repeat(6, (column) => disc(110 - row * 14 + column * (68 + row * 3), 510 + row * 66, 18 + row * 4, row % 2 === 0 ? leaf : '#7fae5f')),
  ),
  repeat(4, (row) =>
    repeat(
      5,
      (column) =>
        line(`M ${740 + row * 8 + column * (78 + row * 6)} ${530 + row * 66} v -34`, leaf, 8) +
        disc(740 + row * 8 + column * (78 + row * 6), 492 + row * 66, 17, ['#d97b8f', '#e9b44c', '#c8453b', '#ffffff'][row]!),
    ),
  ),
  shape(
    [
      [540, 470],
      [660, 470],
      [700, 800],
      [480, 800],
    ],
    '#d8cbb3',
  ),
  box(560, 590, 84, 78, '#5b8aa6', 12) +
    line('M 644 610 L 700 576', '#5b8aa6', 14) +
    line('M 566 600 q -44 30 2 60', '#4b7590', 11) +
    disc(704, 572, 18, '#4b7590'),
].join('');

const pictures = {wijkcentrum: centre, tafel: table, werkbank: workbench, dorpswinkel: shop, buurttuin: garden};

for (const [name, drawing] of Object.entries(pictures)) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${drawing}</svg>`;
  const picture = await sharp(Buffer.from(svg)).png({palette: true, colours: 64, compressionLevel: 9, effort: 10}).toBuffer();
  await writeFile(new URL(`${name}.png`, folder), picture);
}
