import {mkdir, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {circumstances} from '../../../scripts/proof.mjs';
import type {Loading} from './watched-page.ts';

/** One thing that was measured of both pages, once for each visit. Less is better. */
export type Figure = {
  name: string;
  size: number;
  what: string;
  unit: 'ms' | 'kB' | '';
  ours: number[];
  others: number[];
};

type Base = {empty: readonly Pick<Loading, 'longTasks' | 'largestPaint'>[]; calibrations: readonly number[]};

const folder = new URL('../../../docs/proof/', import.meta.url);

/** Writes what was measured, first of all where the other one is better. */
export async function writeMapReport(figures: readonly Figure[], {empty, calibrations}: Base): Promise<void> {
  const lost = figures.filter(({ours, others}) => median(ours) > median(others));
  const lines = [
    '# Map in the browser',
    '',
    `Written by \`npm run bench\`: ${circumstances()
      .map(([what, value]) => `${what} ${value}`)
      .join('; ')}.`,
    '',
    '## Where we lose',
    '',
    ...(lost.length > 0 ? lost.map(asSentence) : ['Nowhere, in this run.']),
    '',
    '## What was measured',
    '',
    'Chromium with a processor slowed down four times, an empty cache, everything on this machine and compressed with gzip.',
    'Times are from the request for the first script, until it is painted; each figure is the median, with the lowest and highest between brackets.',
    'The component stands beside a page with Leaflet, Leaflet.markercluster (`chunkedLoading`) and a list of twenty names.',
    'That page loads all points from one GeoJSON file that stands ready, with no more in it than slug, name, kind and town, so it needs no server to filter; it has no search, no counts, no panel, no words for a screen reader and no Dutch.',
    'The component asks a real server with a database. Code has styles and pictures in it, data has no tiles in it.',
    'A task of 0 ms means that none took more than 50 ms.',
    '',
    '| initiatives | what | `<buurt-initiative-map>` | all points in markercluster |',
    '|--:|---|--:|--:|',
    ...figures.map(
      ({size, what, unit, ours, others}) => `| ${size.toLocaleString('en')} | ${what} | ${shown(ours, unit)} | ${shown(others, unit)} |`,
    ),
    '',
    `An empty page: largest contentful paint ${shown(
      empty.map(({largestPaint}) => largestPaint),
      'ms',
    )} after the navigation, ${median(empty.map(({longTasks}) => longTasks.length))} tasks over 50 ms.`,
    `A loop that is always the same took ${shown(calibrations, 'ms')} between the visits, not slowed down.`,
    '',
  ];
  await mkdir(folder, {recursive: true});
  await writeFile(fileURLToPath(new URL('map-in-the-browser.md', folder)), lines.join('\n'));
}

function asSentence({size, what, unit, ours, others}: Figure): string {
  return `- ${size.toLocaleString('en')} initiatives, ${what}: ${rounded(median(ours))} against ${rounded(median(others))} ${unit}`.trimEnd();
}

function shown(values: readonly number[], unit: string): string {
  const [lowest, highest] = [Math.min(...values), Math.max(...values)].map(rounded);
  return `${rounded(median(values))} ${unit}${lowest === highest ? '' : ` (${lowest}–${highest})`}`.trim();
}

function rounded(value: number): string {
  return value.toFixed(value < 10 && value !== Math.round(value) ? 1 : 0);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
