import type {Cluster, InitiativeListItem} from '@buurtkit/sdk';
import {mapMessages} from '@buurtkit/texts';
import {aTimeout, fixture, html, waitUntil} from '@open-wc/testing';
import {LitElement, type TemplateResult} from 'lit';
import {InteractiveMap, mapStyles, type MapChoice, type MapModel} from '../map/map.ts';
import type {Bounds, View} from '../map/map-engine.ts';
import {Announcer} from '../status/announcer.ts';
import {styles} from '../styles/styles.ts';

/** A component with nothing but the map, and a note of what readers did with it. */
export class MapOnPage extends LitElement {
  static override styles = [styles, mapStyles];

  readonly chosen: MapChoice[] = [];
  readonly moves: {at: View; bounds: Bounds}[] = [];
  readonly failures: unknown[] = [];
  readonly #announcer = new Announcer(this);
  readonly map = new InteractiveMap(this, this.#announcer, {
    onChoose: (choice) => this.chosen.push(choice),
    onMove: (at, bounds) => this.moves.push({at, bounds}),
    onOnlyInView: (isOnlyInView) => this.show({isOnlyInView}),
    onFailure: (error) => this.failures.push(error),
  });

  #model: MapModel = {
    source: fakeSource([]),
    question: '',
    total: null,
    tiles: null,
    start: null,
    at: null,
    chosen: null,
    isOnlyInView: false,
    headingLevel: 2,
    messages: mapMessages.nl('je'),
    language: 'nl',
  };

  show(changes: Partial<MapModel>): void {
    this.#model = {...this.#model, ...changes};
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    return html`<div class="frame"><div class="root" lang="nl">${this.map.render(this.#model)} ${this.#announcer.render()}</div></div>`;
  }

  find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }

  get markers(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.markers > button')];
  }

  get focused(): HTMLElement | null {
    return this.shadowRoot!.activeElement as HTMLElement | null;
  }

  get heard(): string {
    return this.find('[role="status"]')!.textContent.trim();
  }
}

customElements.define('map-on-page', MapOnPage);

/** Answers with what is in the box, each on its own. */
export function fakeSource(clusters: readonly Cluster[]): MapModel['source'] {
  return {
    clusters: ({bbox: [west, south, east, north]}) => {
      const data = clusters.filter(
        ({
          location: {
            coordinates: [x, y],
          },
        }) => x >= west && x <= east && y >= south && y <= north,
      );
      return Promise.resolve({data, total: data.reduce((sum, {count}) => sum + count, 0)});
    },
    inside: () => Promise.resolve([]),
  };
}

export function single(slug: string, [x, y]: readonly [number, number], kind: Cluster['kind'] = 'shop'): Cluster {
  return {
    count: 1,
    bounds: [x, y, x, y],
    location: {type: 'Point', coordinates: [x, y]},
    id: slug,
    slug,
    community: 'voorbeeldbuurt',
    name: `Initiatief ${slug}`,
    kind,
  };
}

export function several(count: number, bounds: [number, number, number, number]): Cluster {
  const [west, south, east, north] = bounds;
  return {count, bounds, location: {type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2]}};
}

export function listed(slug: string): InitiativeListItem {
  return {
    id: slug,
    slug,
    community: 'voorbeeldbuurt',
    name: `Initiatief ${slug}`,
    kind: 'shop',
    url: `https://example.nl/${slug}`,
  } as InitiativeListItem;
}

/** A map on the page, once it shows what the source has. */
export async function mapOnPage(
  changes: Partial<MapModel>,
  {width = 800, height = 500}: {width?: number; height?: number} = {},
): Promise<MapOnPage> {
  const element = document.createElement('map-on-page') as MapOnPage;
  element.style.inlineSize = `${width}px`;
  element.style.setProperty('--buurt-map-height', `${height}px`);
  element.show(changes);
  await fixture(html`${element}`);
  await waitUntil(() => element.find('.map-status p')?.textContent.trim(), 'the map shows nothing', {timeout: 5000, interval: 20});
  // Markers are drawn some at a time, after what is said of them; tiles would come meanwhile.
  if (!changes.tiles) await untilSteady(() => element.markers.length);
  return element;
}

/** Waits until a count has been the same for a fifth of a second. */
export async function untilSteady(count: () => number): Promise<number> {
  let before = count();
  for (let times = 0; times < 4; times += 1) {
    await aTimeout(50);
    const now = count();
    if (now !== before) times = -1;
    before = now;
  }
  return before;
}
