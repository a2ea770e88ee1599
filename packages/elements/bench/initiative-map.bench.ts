import {chromium} from 'playwright-core';
import {findChromium} from '../../../scripts/browsers/chromium.mjs';
import {writeMapReport, type Figure} from './map-report.ts';
import {startServerWithCommunities} from './server-with-communities.ts';
import {startSiteWithPages, type PageKind} from './site-with-pages.ts';
import {WatchedPage, type Filtering, type Loading} from './watched-page.ts';

type Tools = {
  report(name: string, milliseconds: number[], calibrations?: number[]): void;
  calibrate(): number;
};
type Visit = Loading & {filtering: Filtering};

const sizes = [500, 5000, 100_000];
const visits = 3;
const kind = 'community-centre';

/** How long somebody with a slow device waits for the map, beside the same with all points in Leaflet.markercluster. */
export async function bench({report, calibrate}: Tools): Promise<void> {
  const {executablePath, args} = await findChromium();
  const server = await startServerWithCommunities(sizes);
  const site = await startSiteWithPages(server.origin, sizes);
  const browser = await chromium.launch({executablePath, args});
  const calibrations: number[] = [];
  const visit = async (page: PageKind, size: number): Promise<Visit> => {
    calibrations.push(calibrate());
    let seen: Visit | undefined;
    await WatchedPage.open(browser, site.addressOf(page, size), async (watched) => {
      seen = {...(await watched.loaded()), filtering: await watched.chooseKind(kind)};
    });
    return seen!;
  };
  try {
    const empty: Pick<Loading, 'longTasks' | 'largestPaint'>[] = [];
    for (let count = 0; count < visits; count += 1)
      await WatchedPage.open(browser, site.addressOf('empty'), async (watched) => void empty.push(await watched.idle()));
    const figures: Figure[] = [];
    for (const size of sizes) {
      const [ours, others]: [Visit[], Visit[]] = [[], []];
      // In turns, so that a machine that gets slower does so for both.
      for (let count = 0; count < visits; count += 1) {
        ours.push(await visit('ours', size));
        others.push(await visit('all-points', size));
      }
      figures.push(...figuresOf(size, ours, others));
    }
    for (const {name, ours, others} of figures.filter(({unit}) => unit === 'ms')) {
      report(`${name}: the component`, ours, calibrations);
      report(`${name}: all points`, others, calibrations);
    }
    await writeMapReport(figures, {empty, calibrations});
  } finally {
    await browser.close();
    site.stop();
    await server.stop();
  }
}

function figuresOf(size: number, ours: readonly Visit[], others: readonly Visit[]): Figure[] {
  const figure = (what: string, unit: Figure['unit'], of: (visit: Visit) => number): Figure => ({
    name: `${size}, ${what}`,
    size,
    what,
    unit,
    ours: ours.map(of),
    others: others.map(of),
  });
  return [
    figure('first row of the list', 'ms', (visit) => visit.firstRow),
    figure('first marker', 'ms', (visit) => visit.firstMarker),
    figure('a kind chosen, until all is painted', 'ms', ({filtering}) => filtering.toPaint),
    figure('the same from the last answer on', 'ms', ({filtering}) => filtering.fromAnswer),
    figure('longest task while it loads', 'ms', ({longTasks}) => Math.max(0, ...longTasks)),
    figure('longest task while it filters', 'ms', ({filtering}) => Math.max(0, ...filtering.longTasks)),
    figure('tasks over 50 ms while it loads', '', ({longTasks}) => longTasks.length),
    figure('largest contentful paint', 'ms', (visit) => visit.largestPaint),
    figure('code', 'kB', (visit) => visit.codeBytes / 1000),
    figure('data', 'kB', (visit) => visit.dataBytes / 1000),
  ];
}
