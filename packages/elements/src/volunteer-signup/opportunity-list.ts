import type {OpportunityListItem, OpportunityReads} from '@buurtkit/sdk';
import type {VolunteeringMessages, WhereAndWhenMessages} from '@buurtkit/texts';
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
import type {NearFilter} from '../where/near-filter.ts';
import {postcode} from '../where/postcode.ts';
import {pointOf} from '../where/where.ts';
import {facetKeys, opportunityFilters, yesFilters} from './opportunity-filters.ts';
import {opportunityRow} from './opportunity-row.ts';
import type {SignupChoices} from './signup-choices.ts';

/** What the list is asked for and shown with. */
export type OpportunityListModel = ListModel & {
  opportunities: OpportunityReads;
  words: ListWords & VolunteeringMessages;
  /** The page's own words for what is said only after somebody asks. */
  ownWords: Partial<WhereAndWhenMessages>;
};

type Host = ReactiveControllerHost & HTMLElement & {renderRoot: HTMLElement | DocumentFragment};

type Surroundings = {
  choices: ReaderChoices;
  signupChoices: SignupChoices;
  announcer: Announcer;
  onOpen: (event: MouseEvent, item: OpportunityListItem) => void;
};

/** The work that fits what the reader chose. */
export class OpportunityList implements ListKind<OpportunityListItem, OpportunityListModel> {
  readonly component = 'volunteer-signup';
  readonly list: ResultList<OpportunityListItem, OpportunityListModel>;

  readonly #host: Host;
  readonly #choices: ReaderChoices;
  readonly #signupChoices: SignupChoices;
  readonly #announcer: Announcer;
  #model!: OpportunityListModel;
  #nearFilter: NearFilter | null = null;
  /** The point of a link: its filter is fetched once. */
  #askedFor: string | null = null;

  constructor(host: Host, {choices, signupChoices, announcer, onOpen}: Surroundings) {
    this.#host = host;
    this.#choices = choices;
    this.#signupChoices = signupChoices;
    this.#announcer = announcer;
    this.list = new ResultList(host, this, {choices, announcer, onOpen});
  }

  /** Asks for what isn't there yet. */
  show(model: OpportunityListModel): void {
    this.#model = model;
    const {near} = this.#signupChoices.where;
    if (near && near !== this.#askedFor) void this.#loadNearFilter();
    this.#askedFor = near;
    this.list.show(model);
  }

  question({base}: OpportunityListModel): object {
    const {near, radius, sort} = this.#signupChoices.where;
    const point = pointOf(near);
    return {...asQuery(within(base, this.#choices.filters)), ...(point && {near: point, radius}), ...(sort && {sort})};
  }

  ask(model: OpportunityListModel, page: {limit: number; cursor: string | undefined}, signal: AbortSignal) {
    return model.opportunities.list({...this.question(model), facets: facetKeys, ...page}, {signal});
  }

  groups(model: OpportunityListModel, counts: ValueCounts, hasAny: boolean): FilterGroup[] {
    const {filters: chosen} = this.#choices;
    const {words} = model;
    const near = this.#nearFilter?.group(words.near) ?? {key: 'near', label: words.near, isMain: true, options: [], content: () => nothing};
    const yes = Object.entries(yesFilters).map(([key, told]): FilterGroup => {
      const isChosen = chosen.values[key] !== undefined;
      const count = counts[key]?.[0]?.count ?? 0;
      const options = isChosen || counts[key]?.length ? [{value: 'true', label: words[told], count, isChosen}] : [];
      return {key, label: words[key as keyof typeof yesFilters], isMain: false, options};
    });
    const sort = this.#nearFilter?.sortGroup([
      ['date', words.sortByMoment],
      ['name', words.sortByName],
    ]);
    return [...(hasAny ? [near] : []), ...countedGroups(opportunityFilters, {...model, counts, chosen}), ...yes, ...(sort ? [sort] : [])];
  }

  row(item: OpportunityListItem, {words, language, timeZone}: OpportunityListModel): ResultRow {
    const distance = this.#nearFilter?.distanceTo(item.location) ?? null;
    return opportunityRow(item, {words, language, timeZone, distance});
  }

  /** A postcode is no name: it is looked for as a place, and stays out of the page's address. */
  offerFor(typed: string): string | null {
    return postcode.test(typed) ? this.#model.words.searchNear(typed) : null;
  }

  async takeOffer(text: string): Promise<void> {
    this.list.filterBar.show('near');
    await this.#loadNearFilter();
    await this.#nearFilter?.lookFor(text);
  }

  async openFilter(key: string, loaded: Promise<void>): Promise<void> {
    if (key !== 'near' && key !== 'more') return;
    await Promise.all([this.#loadNearFilter(), loaded]);
    if (key === 'near') await moveFocus(this.#host, '#place');
  }

  takeAway(key: string): boolean {
    if (key === 'near') this.#signupChoices.look({near: null});
    return key === 'near';
  }

  async #loadNearFilter(): Promise<void> {
    if (this.#nearFilter) return;
    try {
      const {NearFilter, whereAndWhenMessages, whereAndWhenStyles} = await import('../where/near-filter.ts');
      addStyles(this.#host.renderRoot, whereAndWhenStyles);
      this.#nearFilter ??= new NearFilter(this.#host, this.#announcer, {
        model: () => {
          const {language, community, ownWords} = this.#model;
          const words = {...whereAndWhenMessages[language](community?.addressForm ?? 'je'), ...ownWords};
          return {...this.#model, where: this.#signupChoices.where, words};
        },
        onLook: (where) => this.#signupChoices.look(where),
      });
      this.#host.requestUpdate();
    } catch (error) {
      this.list.fail(error);
    }
  }
}
