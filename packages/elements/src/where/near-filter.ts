import type {Point, Reader} from '@buurtkit/sdk';
import {formatDistance, type Language, type WhereAndWhenMessages} from '@buurtkit/texts';
import {html, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {FilterGroup} from '../filters/filter-bar.ts';
import type {Announcer} from '../status/announcer.ts';
import {distanceBetween} from './distance.ts';
import {NearChoice} from './near-choice.ts';
import type {Sort, Where} from './where.ts';

// Both are needed only with it.
export {whereAndWhenMessages} from '@buurtkit/texts';
export {whereAndWhenStyles} from './where-and-when-styles.ts';

type NearFilterModel = {client: Reader; where: Where; words: WhereAndWhenMessages; language: Language};

/** Near which place readers look, and in which order, as filters of a list. */
export class NearFilter {
  readonly #host: ReactiveControllerHost;
  readonly #near: NearChoice;
  readonly #model: () => NearFilterModel;
  readonly #onLook: (where: Partial<Where>) => void;

  constructor(
    host: ReactiveControllerHost,
    announcer: Announcer,
    {model, onLook}: {model: () => NearFilterModel; onLook: (where: Partial<Where>) => void},
  ) {
    this.#host = host;
    this.#model = model;
    this.#onLook = onLook;
    this.#near = new NearChoice(host, announcer, {model, onLook});
  }

  /** What is chosen stands among the chips. */
  group(label: string): FilterGroup {
    const {near} = this.#model().where;
    return {
      key: 'near',
      label,
      isMain: true,
      options: near ? [{value: near, label: this.#near.label, count: null, isChosen: true, shownAs: 'chip'}] : [],
      content: () => this.#near.render(),
    };
  }

  /** @param orders - Besides distance; the first is the usual one. */
  sortGroup(orders: readonly (readonly [Sort, string])[]): FilterGroup {
    const label = this.#model().words.sort;
    return {key: 'sort', label, isMain: false, options: [], content: () => this.#renderSort(orders)};
  }

  /** How far a thing is from the chosen place; null without one, or when it has no place itself. */
  distanceTo(location: Point | null): string | null {
    const {point} = this.#near;
    return point && location && formatDistance(distanceBetween(point, location.coordinates), this.#model().language);
  }

  /** Looks for a place that was typed elsewhere. */
  async lookFor(text: string): Promise<void> {
    // The field says what it finds, and has its words once it is there.
    await this.#host.updateComplete;
    this.#near.lookFor(text);
  }

  #renderSort(others: readonly (readonly [Sort, string])[]): TemplateResult {
    const {where, words} = this.#model();
    const orders = where.near ? [['distance', words.sortByDistance] as const, ...others] : others;
    const usual = orders[0]![0];
    const handleChange = (event: Event) => {
      const value = (event.target as HTMLSelectElement).value as Sort;
      this.#onLook({sort: value === usual ? null : value});
    };
    return html`
      <select class="input" data-field="sort" aria-label=${words.sort} @change=${handleChange}>
        ${orders.map(([order, label]) => html`<option value=${order} .selected=${order === (where.sort ?? usual)}>${label}</option>`)}
      </select>
    `;
  }
}
