import type {Reader, Community, InitiativeListItem} from '@buurtkit/sdk';
import {formatDay, formatTime, whereAndWhenMessages, type Language, type WhereAndWhenMessages} from '@buurtkit/texts';
import type {ReactiveControllerHost, TemplateResult} from 'lit';
import type {FilterGroup, FilterOption} from '../filters/filter-bar.ts';
import {only} from '../filters/filters.ts';
import {nextMoment, weekMomentOf} from '../opening/moment-in-week.ts';
import {openAtFields} from '../opening/open-at-fields.ts';
import type {Announcer} from '../status/announcer.ts';
import {NearFilter} from '../where/near-filter.ts';
import type {ReaderChoices} from '../choices/reader-choices.ts';
import {isOpenAt} from '../filters/filter-rules.ts';
import type {MapChoices} from './map-choices.ts';

export {whereAndWhenStyles} from '../where/where-and-when-styles.ts';

type Model = {
  client: Reader;
  ownWords: Partial<WhereAndWhenMessages>;
  language: Language;
  timeZone: string;
  community: Community | null;
};

type Surroundings = {choices: ReaderChoices; mapChoices: MapChoices; announcer: Announcer; model: () => Model};

/** What narrows the list first, and what does not narrow it last. */
export type WhereAndWhenGroups = readonly [near: FilterGroup, open: FilterGroup, ...others: FilterGroup[]];

const usualTime = '14:00';

/** How readers choose where they look, when it should be open, and the order. */
export class WhereAndWhen {
  readonly #choices: ReaderChoices;
  readonly #model: () => Model;
  readonly #near: NearFilter;
  #time = usualTime;

  constructor(host: ReactiveControllerHost, {choices, mapChoices, announcer, model}: Surroundings) {
    this.#choices = choices;
    this.#model = model;
    this.#near = new NearFilter(host, announcer, {
      model: () => ({...model(), where: mapChoices.where, words: this.words}),
      onLook: (where) => mapChoices.look(where),
    });
  }

  get words(): WhereAndWhenMessages {
    const {language, community, ownWords} = this.#model();
    return {...whereAndWhenMessages[language](community?.addressForm ?? 'je'), ...ownWords};
  }

  /** All of it as filters: what is chosen stands among the chips. */
  groups(nearLabel: string, openNow: FilterOption): WhereAndWhenGroups {
    const {words} = this;
    const open = this.#choices.filters.values['open']?.find(isOpenAt);
    const chip = (value: string, label: string): FilterOption => ({value, label, count: null, isChosen: true, shownAs: 'chip'});
    return [
      this.#near.group(nearLabel),
      {
        key: 'open',
        label: words.openAt,
        isMain: false,
        options: [openNow, ...(open && open !== 'now' ? [chip(open, words.isOpenAt(this.#told(open)))] : [])],
        content: () => this.#renderOpenAt(open ?? null),
      },
      this.#near.sortGroup([
        ['name', words.sortByName],
        ['date', words.sortByDate],
      ]),
    ];
  }

  /** How far an initiative is from the chosen place; null without one, or when it has no place itself. */
  distanceTo({location}: InitiativeListItem): string | null {
    return this.#near.distanceTo(location);
  }

  /** Looks for a place that was typed elsewhere. */
  lookFor(text: string): Promise<void> {
    return this.#near.lookFor(text);
  }

  /** @param open - What is chosen: `now`, a moment, or null. */
  #renderOpenAt(open: string | null): TemplateResult {
    const {language, timeZone} = this.#model();
    const chosen = open && open !== 'now' ? weekMomentOf(open, timeZone) : null;
    return openAtFields({
      day: chosen?.weekday ?? null,
      time: chosen?.time ?? this.#time,
      words: this.words,
      language,
      onChange: (day, time) => this.#handleOpenAt(day, time),
    });
  }

  #told(moment: string): string {
    const {language, timeZone} = this.#model();
    return `${formatDay(moment, language, timeZone)}, ${formatTime(moment, language, timeZone)}`;
  }

  #handleOpenAt(weekday: number | null, time: string): void {
    this.#time = time;
    const {filters} = this.#choices;
    const moment = weekday === null ? null : nextMoment({weekday, time}, this.#model().timeZone);
    const isOther = weekday !== null || filters.values['open']?.[0] !== 'now';
    if (isOther) this.#choices.choose(only(filters, 'open', moment));
  }
}
