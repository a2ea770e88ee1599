import type {InitiativeFilters, InitiativeListItem} from '@buurtkit/sdk';
import type {InitiativeMessages, OpeningMessages, WhereAndWhenMessages} from '@buurtkit/texts';
import {nothing, type ReactiveControllerHost} from 'lit';
import type {ReaderChoices} from '../choices/reader-choices.ts';
import {countedGroups} from '../filters/counted-groups.ts';
import type {FilterGroup} from '../filters/filter-bar.ts';
import {asQuery} from '../filters/filter-rules.ts';
import {within} from '../filters/filters.ts';
import type {ValueCounts} from '../filters/stable-counts.ts';
import {moveFocus} from '../focus/move-focus.ts';
import {ResultList, type ListKind, type ListModel, type ListWords} from '../list/result-list.ts';
import type {ResultRow} from '../list/result-row.ts';
import type {Announcer} from '../status/announcer.ts';
import {addStyles} from '../styles/add-styles.ts';
import {postcode} from '../where/postcode.ts';
import {pointOf} from '../where/where.ts';
import {initiativeFilters} from './initiative-filters.ts';
import {initiativeRow} from './initiative-row.ts';
import type {Box, MapChoices} from './map-choices.ts';
import type {WhereAndWhen, WhereAndWhenGroups} from './where-and-when.ts';

/** What the list is asked for and shown with. */
export type InitiativeListModel = ListModel & {
  words: ListWords & InitiativeMessages & OpeningMessages;
  /** The page's own words for what is said only after somebody asks. */
  ownWords: Partial<WhereAndWhenMessages>;
};

type Host = ReactiveControllerHost & HTMLElement & {renderRoot: HTMLElement | DocumentFragment};

type Surroundings = {
  choices: ReaderChoices;
  mapChoices: MapChoices;
  announcer: Announcer;
  onOpen: (event: MouseEvent, item: InitiativeListItem) => void;
};

/** The initiatives that fit what the reader chose. */
export class InitiativeList implements ListKind<InitiativeListItem, InitiativeListModel> {
  readonly component = 'initiative-map';
  readonly list: ResultList<InitiativeListItem, InitiativeListModel>;

  readonly #host: Host;
  readonly #choices: ReaderChoices;
  readonly #mapChoices: MapChoices;
  readonly #announcer: Announcer;
  #model!: InitiativeListModel;
  /** Whether there is anything with opening hours; once seen, the button for it stays. */
  #hasHours = false;
  #whereAndWhen: WhereAndWhen | null = null;
  #isPlaceKnown = false;

  constructor(host: Host, {choices, mapChoices, announcer, onOpen}: Surroundings) {
    this.#host = host;
    this.#choices = choices;
    this.#mapChoices = mapChoices;
    this.#announcer = announcer;
    this.list = new ResultList(host, this, {choices, announcer, onOpen});
  }

  /** Asks for what isn't there yet. */
  show(model: InitiativeListModel): void {
    this.#model = model;
    this.#loadForLink();
    this.list.show(model);
  }

  /** What fits, wherever on the map: the page's filters with what the reader chose. */
  get fitting(): InitiativeFilters {
    const {near, radius} = this.#mapChoices.where;
    const point = pointOf(near);
    return {...asQuery(within(this.#model.base, this.#choices.filters)), ...(point && {near: point, radius})};
  }

  question(): object {
    const {box, where} = this.#mapChoices;
    return {...this.fitting, ...(box && {bbox: [...box] as Box}), ...(where.sort && {sort: where.sort})};
  }

  ask({client}: InitiativeListModel, page: {limit: number; cursor: string | undefined}, signal: AbortSignal) {
    return client.initiatives.list({...this.question(), facets: initiativeFilters.keys, ...page}, {signal});
  }

  groups(model: InitiativeListModel, counts: ValueCounts, hasAny: boolean): FilterGroup[] {
    const {filters: chosen} = this.#choices;
    const [near, open, ...others] = this.#whereAndWhenGroups();
    return [
      ...(hasAny ? [near] : []),
      ...(hasAny && !model.base.values['open'] ? [open] : []),
      ...countedGroups(initiativeFilters, {...model, counts, chosen}),
      ...others,
    ];
  }

  row(item: InitiativeListItem, model: InitiativeListModel): ResultRow {
    const distance = this.#whereAndWhen?.distanceTo(item) ?? null;
    return initiativeRow(item, {...model, address: model.addressOf(item), distance});
  }

  /** A postcode is no name: it is looked for as a place, and stays out of the page's address. */
  offerFor(typed: string): string | null {
    return postcode.test(typed) ? this.#model.words.searchNear(typed) : null;
  }

  async takeOffer(text: string): Promise<void> {
    this.list.filterBar.show('near');
    await (await this.#loadWhereAndWhen())?.lookFor(text);
  }

  async openFilter(key: string, loaded: Promise<void>): Promise<void> {
    if (key !== 'near' && key !== 'more') return;
    await Promise.all([this.#loadWhereAndWhen(), loaded]);
    if (key === 'near') await moveFocus(this.#host, '#place');
  }

  takeAway(key: string): boolean {
    if (key === 'near') this.#mapChoices.look({near: null});
    return key === 'near';
  }

  forget(): void {
    this.#hasHours = false;
  }

  take(items: readonly InitiativeListItem[]): void {
    this.#hasHours ||= items.some(({opening}) => opening?.openings.length);
  }

  /** Near a place, open now or at a time, and in which order: how to choose those is a part that is fetched when it is asked for. */
  #whereAndWhenGroups(): WhereAndWhenGroups {
    const {words} = this.#model;
    const isChosen = this.#choices.filters.values['open']?.[0] === 'now';
    const openNow = {value: 'now', label: words.openNow, count: null, isChosen, shownAs: this.#hasHours ? ('switch' as const) : undefined};
    const content = () => nothing;
    return (
      this.#whereAndWhen?.groups(words.near, openNow) ?? [
        {key: 'near', label: words.near, isMain: true, options: [], content},
        {key: 'open', label: '', isMain: false, options: [openNow], content},
      ]
    );
  }

  /** A link can hold a point or a time, and then their names are needed. */
  #loadForLink(): void {
    const isAsked = this.#mapChoices.where.near !== null || (this.#choices.filters.values['open'] ?? ['now'])[0] !== 'now';
    if (isAsked && !this.#isPlaceKnown) void this.#loadWhereAndWhen();
    this.#isPlaceKnown = isAsked;
  }

  async #loadWhereAndWhen(): Promise<WhereAndWhen | null> {
    if (this.#whereAndWhen) return this.#whereAndWhen;
    try {
      const {WhereAndWhen, whereAndWhenStyles} = await import('./where-and-when.ts');
      addStyles(this.#host.renderRoot, whereAndWhenStyles);
      this.#whereAndWhen ??= new WhereAndWhen(this.#host, {
        choices: this.#choices,
        mapChoices: this.#mapChoices,
        announcer: this.#announcer,
        model: () => this.#model,
      });
      this.#host.requestUpdate();
    } catch (error) {
      this.list.fail(error);
    }
    return this.#whereAndWhen;
  }
}
