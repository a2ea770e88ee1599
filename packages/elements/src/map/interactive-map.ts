import type {Cluster} from '@buurtkit/sdk';
import type {Language, MapMessages} from '@buurtkit/texts';
import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {Announcer} from '../status/announcer.ts';
import {ClustersInView, type AskClusters} from './clusters-in-view.ts';
import {Gestures, type Hint} from './gestures.ts';
import {LeafletEngine} from './leaflet-engine.ts';
import {mapButtons} from './map-buttons.ts';
import type {Bounds, LonLat, MapEngine, Pixels, View, ViewChange} from './map-engine.ts';
import {MarkerLayer} from './marker-layer.ts';
import {markersOf, pinKey, type MapMarker, type PinMarker} from './markers.ts';
import {loadOutline, outlineTransform, type Outline} from './outline.ts';
import {OpenPlace, type AskInside} from './open-place.ts';
import type {Background} from './tiles-attribute.ts';
import {boundsAround} from './web-mercator.ts';

/** Where the map gets what it shows, with the filters that are chosen. */
export type MapSource = {
  clusters: AskClusters;
  inside: AskInside;
};

/** An initiative on the map or in its list of one place. */
export type MapChoice = {id: string; slug: string; community: string};

export type MapModel = {
  source: MapSource;
  /** The filters as text: another text is another question. */
  question: string;
  /** How many there are, in view or not; null when that isn't known. */
  total: number | null;
  tiles: Background | null;
  /** What the page wants to show first; null for all there is. */
  start: View | null;
  /** What the reader looked at last, from the page's address. */
  at: View | null;
  /** What is open beside the map; with its location it gets a marker even among many. */
  chosen: (MapChoice & {name: string; kind: string; location: LonLat | null}) | null;
  /** Whether the list shows only what is in view. */
  isOnlyInView: boolean;
  headingLevel: number;
  messages: MapMessages;
  language: Language;
};

export type MapActs = {
  onChoose: (choice: MapChoice) => void;
  /** The reader moved the map and it came to rest. */
  onMove: (at: View, bounds: Bounds) => void;
  onOnlyInView: (isOnlyInView: boolean, bounds: Bounds) => void;
  onFailure: (error: unknown) => void;
};

const netherlands: Bounds = [3.3, 50.75, 7.25, 53.6];
const world: Bounds = [-180, -85, 180, 85];
const deepestForAll = 14;
/** As wide as the buttons are. */
const besideMarkers = 64;
/** Markers go before what stands behind them. */
const headStart = 100;
const hintTime = 1800;
const patience = 1000;

/** The map with its markers, its buttons and its words, as a part of a component. */
export class InteractiveMap implements ReactiveController {
  readonly #host: ReactiveControllerHost & {renderRoot: HTMLElement | DocumentFragment};
  readonly #acts: MapActs;
  readonly #announcer: Announcer;
  readonly #clusters = new ClustersInView({onAnswer: () => this.#handleAnswer(), onFailure: (error) => this.#handleFailure(error)});
  readonly #markerLayer = new MarkerLayer({
    onPress: (marker) => this.#handlePress(marker),
    onReach: (at, size) => this.#uncover(at, size),
  });
  // In the next frame: a map that begins may make the page higher, which others observe.
  readonly #sizes = new ResizeObserver(() => requestAnimationFrame(() => this.#handleSize()));
  #model: MapModel | null = null;
  #stage: HTMLElement | null = null;
  #engine: MapEngine | null = null;
  #gestures: Gestures | null = null;
  #outline: Outline | null = null;
  #markers: {of: readonly Cluster[]; chosen: string | null; list: readonly MapMarker[]} | null = null;
  #view: View | null = null;
  #size: Pixels = [0, 0];
  #shownTiles: Background | null = null;
  /** Nothing stands behind the markers yet. */
  #isBare = true;
  /** Where all there is stands, asked for before the map begins. */
  #all: Promise<Bounds | null> | null = null;
  #followedAt: string | null = null;
  #shownChoice: string | null = null;
  #question: string | null = null;
  #isReaderAct = false;
  #isSettling = false;
  #slow: ReturnType<typeof setTimeout> | undefined;
  #behind: ReturnType<typeof setTimeout> | undefined;
  #hint: Hint | null = null;
  #hintTimer: ReturnType<typeof setTimeout> | undefined;
  #isMoving = false;
  #canFullscreen = document.fullscreenEnabled;
  readonly #place: OpenPlace;

  constructor(host: ReactiveControllerHost & {renderRoot: HTMLElement | DocumentFragment}, announcer: Announcer, acts: MapActs) {
    this.#host = host;
    this.#announcer = announcer;
    this.#acts = acts;
    this.#place = new OpenPlace(host, {
      onChoose: (item) => this.#choose(item),
      onClose: ({key, location}) => this.#markerLayer.focusNear(key, location),
      onFailure: acts.onFailure,
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    this.#takeStage(this.#host.renderRoot.querySelector<HTMLElement>('.stage'));
    this.#markerLayer.draw(this.#stage?.querySelector<HTMLElement>('.markers') ?? null);
    if (this.#model && this.#engine) this.#follow(this.#model, this.#engine);
  }

  hostDisconnected(): void {
    this.#takeStage(null);
  }

  render(model: MapModel): TemplateResult {
    this.#model = model;
    const {messages, language, chosen, tiles} = model;
    const markers = this.#markersFor(model);
    return html`
      <section class="map" part="map" aria-label=${messages.map} @fullscreenchange=${() => this.#host.requestUpdate()}>
        <div class="map-frame" @keydown=${this.#handleKey}>
          ${this.#engine ? this.#renderButtons(messages, this.#engine) : nothing}
          <p class="only-heard" id="markers-hint">${messages.markersHint}</p>
          <div class="stage">
            <div class="ground" aria-hidden="true">
              <svg class="outline">
                <g>
                  <path class="neighbours" d=${this.#outline?.neighbours ?? ''} />
                  <path class="own" d=${this.#outline?.own ?? ''} />
                </g>
              </svg>
              <div class="tiles"></div>
            </div>
            ${this.#markerLayer.render({markers, chosen: chosen && pinKey(chosen), messages, language})}
          </div>
          <p class="map-hint" aria-hidden="true" ?hidden=${this.#hint === null}>${this.#hintText(messages)}</p>
          ${this.#place.render({headingLevel: model.headingLevel + 1, messages, language})}
          <p class="map-credit">
            ${
              tiles
                ? html`<a href=${tiles.creditUrl}>${messages.mapData} ${tiles.credit}</a
                    >${tiles.correctionUrl ? html` · <a href=${tiles.correctionUrl}>${messages.improveMap}</a>` : nothing}`
                : html`<a href="https://www.naturalearthdata.com/">${messages.mapData}: Natural Earth</a>`
            }
          </p>
        </div>
        ${this.#renderStatus(model)}
      </section>
    `;
  }

  /** What is in view; null before the map is there. */
  get bounds(): Bounds | null {
    return this.#engine?.bounds ?? null;
  }

  /** Gives the focus to the marker of an initiative, its line in the list of its place, or what is nearest to it. */
  returnTo(choice: MapChoice, location: LonLat | null): boolean {
    const line = this.#stage?.parentElement?.querySelector<HTMLElement>(`.place-item[data-key="${pinKey(choice)}"]`);
    if (!line) return this.#markerLayer.focusNear(pinKey(choice), location);
    line.focus();
    return true;
  }

  /** Shows all there is on the map. */
  async showAll({isGliding = this.#isGliding, asked = this.#askForAll()} = {}): Promise<void> {
    const bounds = await asked;
    // In a narrow map the buttons would stand on what is at the edge.
    const padding = this.#size[0] < 400 ? 80 : 40;
    this.#engine?.fitBounds(bounds ?? netherlands, {padding, deepestZoom: deepestForAll, isGliding});
  }

  async #askForAll(): Promise<Bounds | null> {
    try {
      const {data} = await this.#model!.source.clusters({bbox: world, zoom: 4}, new AbortController().signal);
      return boundsAround(data.map(({bounds}) => bounds));
    } catch (error) {
      this.#acts.onFailure(error);
      return null;
    }
  }

  #renderButtons(messages: MapMessages, engine: MapEngine): TemplateResult {
    const {zoom} = engine.view;
    return mapButtons({
      messages,
      canZoomIn: zoom < engine.deepestZoom,
      canZoomOut: zoom > engine.shallowestZoom,
      isMoving: this.#isMoving,
      isFullscreen: this.#canFullscreen ? this.#isFullscreen : null,
      onZoom: (step) => this.#act((map) => map.zoomTo(map.view.zoom + step, {isGliding: this.#isGliding})),
      onShowAll: () => {
        this.#isReaderAct = true;
        void this.showAll();
      },
      onMove: ([right, down]) => this.#act((map) => map.pan(this.#partOfView(right, down), {isGliding: this.#isGliding})),
      onMoving: () => {
        this.#isMoving = !this.#isMoving;
        this.#host.requestUpdate();
      },
      onFullscreen: () => void this.#handleFullscreen(),
    });
  }

  #renderStatus({messages, total, isOnlyInView}: MapModel): TemplateResult {
    return html`
      <div class="map-status">
        ${
          this.#clusters.error === null
            ? html`<p>${this.#clusters.total === null ? nothing : this.#countText(messages, total)}</p>`
            : html`<p>${messages.mapFailed}. ${messages.mapFailedHint}</p>
                <button class="button" part="retry" type="button" @click=${() => this.#ask()}>${messages.retryMap}</button>`
        }
        <button class="button in-view" type="button" aria-pressed=${isOnlyInView} @click=${this.#handleOnlyInView}>
          <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 4h16v16H4Z" />
            <path class="tick" d="m7 12 4 4 6-8" />
          </svg>
          ${messages.onlyInView}
        </button>
      </div>
    `;
  }

  #countText(messages: MapMessages, total: number | null): string {
    const seen = this.#clusters.total ?? 0;
    return seen === 0 ? messages.noneInView : messages.countInView(seen, Math.max(seen, total ?? seen));
  }

  #hintText(messages: MapMessages): string {
    const isApple = /Mac|iP/.test(navigator.platform);
    return this.#hint === 'ctrl-wheel' ? messages.holdToZoom(isApple ? '⌘' : 'Ctrl') : messages.twoFingers;
  }

  /** The same list while nothing changed, so that five hundred markers aren't compared for nothing. */
  #markersFor({chosen}: MapModel): readonly MapMarker[] {
    const {clusters, zoom} = this.#clusters;
    const key = chosen && asChoice(chosen);
    if (this.#markers?.of !== clusters || this.#markers.chosen !== key) {
      const list = markersOf(clusters, zoom, {deepestZoom: this.#engine?.deepestZoom ?? 19, apart: chosen && pinKey(chosen)});
      this.#markers = {of: clusters, chosen: key, list: withChosen(list, chosen)};
    }
    return this.#markers.list;
  }

  get #isGliding(): boolean {
    return !window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  }

  get #isFullscreen(): boolean {
    const root = this.#host.renderRoot;
    return root instanceof ShadowRoot && root.fullscreenElement !== null && root.fullscreenElement === this.#stage?.closest('.map');
  }

  #partOfView(right: number, down: number): Pixels {
    const [width, height] = this.#size;
    return [Math.round((right * width) / 3), Math.round((down * height) / 3)];
  }

  #takeStage(stage: HTMLElement | null): void {
    if (stage === this.#stage) return;
    this.#sizes.disconnect();
    this.#gestures?.stop();
    this.#engine?.destroy();
    this.#clusters.stop();
    this.#place.stop();
    clearTimeout(this.#slow);
    clearTimeout(this.#hintTimer);
    clearTimeout(this.#behind);
    this.#gestures = null;
    this.#engine = null;
    this.#question = null;
    this.#hint = null;
    this.#isBare = true;
    this.#all = null;
    this.#stage = stage;
    if (!stage || !this.#model) return;
    // The answer may come while the map gets its size.
    if (!this.#firstView(this.#model)) this.#all = this.#askForAll();
    this.#sizes.observe(stage);
    this.#gestures = new Gestures(stage, {
      engine: () => this.#engine,
      isGliding: () => this.#isGliding,
      onMove: () => this.#startAct(),
      onHint: (hint) => this.#showHint(hint),
    });
  }

  #handleSize(): void {
    const stage = this.#stage;
    // A map in a folded part of the page begins when it is unfolded.
    if (!stage?.clientWidth || !stage.clientHeight || !this.#model) return;
    this.#size = [stage.clientWidth, stage.clientHeight];
    if (this.#engine) this.#engine.resize();
    else this.#mount(stage, this.#model);
  }

  /** Where the map begins; null for all there is. */
  #firstView({at, start}: MapModel): View | null {
    return this.#view ?? at ?? start;
  }

  #mount(stage: HTMLElement, model: MapModel): void {
    const view = this.#firstView(model);
    const engine = new LeafletEngine({
      container: stage.querySelector<HTMLElement>('.tiles')!,
      view: view ?? {center: [5.3, 52.15], zoom: 7},
      onMove: (change) => this.#handleMove(change),
    });
    this.#engine = engine;
    this.#host.requestUpdate();
    this.#followedAt = asText(model.at);
    this.#draw({...engine.view, isGliding: false});
    if (view) this.#begin();
    else void this.showAll({isGliding: false, asked: this.#all ?? this.#askForAll()}).then(() => this.#engine === engine && this.#begin());
  }

  /** Asks for what is in view, and then for what stands behind it; in tasks of their own, to keep a slow phone answering. */
  #begin(): void {
    this.#settle();
    this.#behind = setTimeout(() => {
      this.#isBare = false;
      this.#shownTiles = null;
      this.#showTiles(this.#model!.tiles);
      this.#behind = setTimeout(() => void loadOutline().then((outline) => this.#takeOutline(outline)));
    }, headStart);
  }

  /** Does what changed around the map since the last time. */
  #follow(model: MapModel, engine: MapEngine): void {
    const {tiles, at, start, chosen, question} = model;
    if (!this.#isBare) this.#showTiles(tiles);
    if (asText(at) !== this.#followedAt) this.#followAddress(at ?? start, asText(at), engine);
    if (this.#question !== null && question !== this.#question) this.#ask();
    this.#followChoice(chosen, engine);
  }

  #showTiles(tiles: Background | null): void {
    if (JSON.stringify(tiles) !== JSON.stringify(this.#shownTiles)) this.#engine?.showTiles(tiles);
    this.#shownTiles = tiles;
  }

  /** The page's address says something else: Back, Forward, or what we just told it. */
  #followAddress(view: View | null, at: string | null, engine: MapEngine): void {
    this.#followedAt = at;
    if (at !== null && at === asText(atRest(engine.view))) return;
    if (view) engine.setView(view, {isGliding: this.#isGliding});
    else void this.showAll();
  }

  #followChoice(chosen: MapModel['chosen'], engine: MapEngine): void {
    const key = chosen && asChoice(chosen);
    if (key === this.#shownChoice) return;
    this.#shownChoice = key;
    if (!chosen?.location) return;
    const [x, y] = engine.project(chosen.location);
    const [width, height] = this.#size;
    const edge = 40;
    const isInView = x > edge && y > edge && x < width - edge && y < height - edge;
    if (!isInView) engine.setView({center: chosen.location, zoom: engine.view.zoom}, {isGliding: this.#isGliding});
  }

  #takeOutline(outline: Outline | null): void {
    this.#outline = outline;
    if (this.#engine) this.#draw({...this.#engine.view, isGliding: false});
    this.#host.requestUpdate();
  }

  #draw(change: ViewChange): void {
    this.#markerLayer.show(change, this.#size);
    const outline = this.#stage?.querySelector<SVGGElement>('.outline g');
    if (!outline || !this.#outline) return;
    outline.classList.toggle('gliding', change.isGliding);
    outline.style.transform = outlineTransform(this.#outline, change, this.#size);
  }

  #handleMove(change: ViewChange): void {
    this.#draw(change);
    this.#awaitRest();
  }

  #awaitRest(): void {
    this.#isSettling = true;
    this.#clusters.whenSettled(() => this.#settle());
  }

  #settle(): void {
    const engine = this.#engine;
    if (!engine || !this.#model) return;
    if (engine.isMoving) return this.#awaitRest();
    this.#clusters.stopWaiting();
    this.#isSettling = false;
    this.#view = engine.view;
    this.#host.requestUpdate();
    this.#ask();
    if (!this.#isReaderAct) return;
    engine.retryTiles();
    this.#acts.onMove(atRest(engine.view), engine.bounds);
  }

  #ask(): void {
    const engine = this.#engine;
    if (!engine || !this.#model) return;
    const {source, question, messages} = this.#model;
    this.#question = question;
    clearTimeout(this.#slow);
    if (this.#isReaderAct) this.#slow = setTimeout(() => this.#announcer.say(messages.loadingMap), patience);
    const [west, south, east, north] = engine.bounds;
    void this.#clusters.ask(
      {bbox: [round(west), round(south), round(east), round(north)], zoom: Math.round(engine.view.zoom)},
      source.clusters,
    );
  }

  #handleAnswer(): void {
    clearTimeout(this.#slow);
    const {messages, total, isOnlyInView} = this.#model!;
    // With "only in view" the list has the same count, and says it.
    if (this.#isReaderAct && !isOnlyInView) this.#announcer.say(this.#countText(messages, total));
    if (!this.#isSettling) this.#isReaderAct = false;
    this.#host.requestUpdate();
  }

  #handleFailure(error: unknown): void {
    clearTimeout(this.#slow);
    const {messages} = this.#model!;
    this.#announcer.say(`${messages.mapFailed}. ${messages.mapFailedHint}`);
    this.#isReaderAct = false;
    this.#acts.onFailure(error);
    this.#host.requestUpdate();
  }

  #startAct(): void {
    this.#isReaderAct = true;
    // What moved before is part of this now.
    this.#awaitRest();
    this.#showHint(null);
  }

  #act(act: (engine: MapEngine) => void): void {
    this.#startAct();
    if (this.#engine) act(this.#engine);
  }

  #showHint(hint: Hint | null): void {
    clearTimeout(this.#hintTimer);
    if (hint) this.#hintTimer = setTimeout(() => this.#showHint(null), hintTime);
    if (hint === this.#hint) return;
    this.#hint = hint;
    this.#host.requestUpdate();
  }

  #handlePress(marker: MapMarker): void {
    if (marker.type === 'pin') return this.#choose(marker);
    const engine = this.#engine!;
    const {zoom} = engine.view;
    if (marker.isOnePlace || zoom >= engine.deepestZoom)
      return this.#place.open(marker, (bbox, signal) => this.#model!.source.inside(bbox, signal));
    this.#act((map) =>
      map.fitBounds(marker.bounds, {isGliding: this.#isGliding, padding: 48, deepestZoom: map.deepestZoom, shallowestZoom: zoom + 1}),
    );
  }

  /** Moves the map so far that a marker with the focus doesn't stand behind a button or half outside. */
  #uncover([x, y]: Pixels, [width, height]: Pixels): void {
    const right = Math.round(Math.min(0, x - besideMarkers) + Math.max(0, x - (width - besideMarkers)));
    const down = Math.round(Math.min(0, y - besideMarkers) + Math.max(0, y - (height - besideMarkers)));
    if (right !== 0 || down !== 0) this.#act((map) => map.pan([right, down], {isGliding: this.#isGliding}));
  }

  #choose({id, slug, community}: MapChoice): void {
    // What opens is beside the map, where a map on the whole screen hides it.
    if (this.#isFullscreen) void document.exitFullscreen();
    this.#acts.onChoose({id, slug, community});
  }

  /** A list that lies over the markers goes away without a search for its button. */
  #handleKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#place.leave();
  };

  #handleOnlyInView = (): void => {
    if (this.#engine) this.#acts.onOnlyInView(!this.#model!.isOnlyInView, this.#engine.bounds);
  };

  async #handleFullscreen(): Promise<void> {
    try {
      if (this.#isFullscreen) await document.exitFullscreen();
      else await this.#stage?.closest('.map')?.requestFullscreen();
    } catch {
      this.#canFullscreen = false;
      this.#host.requestUpdate();
    }
  }
}

/** What is open beside the map always has its pin, also where it stands among many. */
function withChosen(markers: readonly MapMarker[], chosen: MapModel['chosen']): readonly MapMarker[] {
  if (!chosen?.location) return markers;
  const {id, slug, community, name, kind, location} = chosen;
  const key = pinKey(chosen);
  if (markers.some((marker) => marker.key === key)) return markers;
  const own: PinMarker = {type: 'pin', key, location, id, slug, community, name, kind};
  return [...markers, own];
}

/** As it stands in an address. */
function atRest({center: [longitude, latitude], zoom}: View): View {
  return {center: [round(longitude), round(latitude)], zoom: Math.round(zoom)};
}

function asChoice(chosen: NonNullable<MapModel['chosen']>): string {
  return `${pinKey(chosen)} ${chosen.location?.join() ?? ''}`;
}

function asText(view: View | null): string | null {
  return view && `${view.center.map(round).join()},${view.zoom}`;
}

/** A metre or so is near enough, and gives caches a chance. */
function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
