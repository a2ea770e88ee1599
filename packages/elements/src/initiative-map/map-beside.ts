import type {Reader, Initiative, InitiativeFilters, InitiativeListItem} from '@buurtkit/sdk';
import {mapMessages, type Language, type MapMessages} from '@buurtkit/texts';
import type {LitElement, TemplateResult} from 'lit';
import {initiativeSource, InteractiveMap, mapStyles, readTiles, type MapChoice} from '../map/map.ts';
import type {Announcer} from '../status/announcer.ts';
import {addStyles} from '../styles/add-styles.ts';

export type LonLat = readonly [number, number];
export type View = {center: LonLat; zoom: number};
export type Box = readonly [number, number, number, number];

/** What the list gives the map that stands beside it. */
export type MapBesideModel = {
  client: Reader;
  /** Address of our API, for the pictures behind the markers; null when only the page's own client knows it. */
  api: string | null;
  tiles: string | null;
  /** What fits, wherever it is. */
  question: InitiativeFilters;
  total: number | null;
  start: View | null;
  at: View | null;
  opened: Initiative | InitiativeListItem | null;
  isOnlyInView: boolean;
  headingLevel: number;
  language: Language;
  /** The page's own words for what the map says. */
  ownWords: Partial<MapMessages>;
};

export type MapBesideActs = {
  onOpen: (choice: MapChoice) => void;
  onMove: (at: View, bounds: Box) => void;
  onOnlyInView: (box: Box | null) => void;
  onFailure: (error: unknown) => void;
};

/** The map of the initiatives that fit what the reader chose. */
export class MapBeside {
  readonly #map: InteractiveMap;
  #words: {language: Language; own: Partial<MapMessages>; messages: MapMessages} | null = null;
  /** What was opened last and where it stands, to go back to. */
  #last: {choice: MapChoice; location: LonLat | null} | null = null;

  constructor(host: LitElement, announcer: Announcer, {onOpen, onMove, onOnlyInView, onFailure}: MapBesideActs) {
    addStyles(host.renderRoot, mapStyles);
    this.#map = new InteractiveMap(host, announcer, {
      onChoose: (choice) => {
        this.#last = {choice, location: null};
        onOpen(choice);
      },
      onMove,
      onOnlyInView: (isOnly, bounds) => onOnlyInView(isOnly ? bounds : null),
      onFailure,
    });
  }

  render({client, api, tiles, question, opened, ownWords, language, ...model}: MapBesideModel): TemplateResult {
    const location = opened?.location?.coordinates ?? null;
    if (opened) this.#last = {choice: opened, location};
    return this.#map.render({
      ...model,
      language,
      source: initiativeSource(client, question),
      question: JSON.stringify(question),
      tiles: readTiles(tiles, api),
      chosen: opened && {id: opened.id, slug: opened.slug, community: opened.community, name: opened.name, kind: opened.kind, location},
      messages: this.#messages(language, ownWords),
    });
  }

  /** Gives the focus back to what was opened last; false when it isn't on the map. */
  returnToLast(): boolean {
    return this.#last !== null && this.#map.returnTo(this.#last.choice, this.#last.location);
  }

  /** The same object as long as they say the same: other words draw every marker anew. */
  #messages(language: Language, own: Partial<MapMessages>): MapMessages {
    if (this.#words?.language !== language || this.#words.own !== own) {
      const messages = {...mapMessages[language]('je'), ...own};
      this.#words = {language, own, messages};
    }
    return this.#words.messages;
  }
}
