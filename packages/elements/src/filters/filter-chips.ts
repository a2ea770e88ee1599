import {choosingMessages, type ChoosingMessages} from '@buurtkit/texts';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {FilterBarModel} from './filter-bar.ts';
import {optionLabel} from './option-label.ts';

type ChipActs = {
  host: ReactiveControllerHost & {renderRoot: HTMLElement | DocumentFragment};
  onTake: (key: string, value: string) => void;
  onTakeWords: () => void;
  onClear: () => void;
};

/** What is chosen, as chips that can be taken away. */
export function filterChips({groups, messages, words, language}: FilterBarModel, acts: ChipActs): TemplateResult | typeof nothing {
  const chosen = groups.flatMap(({key, options}) => options.filter(({isChosen}) => isChosen).map((option) => ({key, option})));
  if (!chosen.length && !words) return nothing;
  const said = {...choosingMessages[language]('je'), ...messages};
  return html`
    <div class="chosen">
      <ul class="chips" aria-label=${said.chosenFilters}>
        ${words ? chip(`“${words}”`, acts.onTakeWords, said, acts) : nothing}
        ${chosen.map(({key, option}) => chip(optionLabel(option, key, language), () => acts.onTake(key, option.value), said, acts))}
      </ul>
      <button class="button plain clear" type="button" @click=${acts.onClear}>${said.clearAll}</button>
    </div>
  `;
}

function chip(label: string, take: () => void, said: ChoosingMessages, {host}: ChipActs): TemplateResult {
  return html`
    <li>
      <button
        class="chip"
        part="chip"
        type="button"
        aria-label=${said.removeFilter(label)}
        @click=${(event: Event) => void takeAway(event, take, host)}
      >
        ${label}
        <svg class="cross" viewBox="0 0 12 12" aria-hidden="true"><path d="m2 2 8 8m0-8-8 8" /></svg>
      </button>
    </li>
  `;
}

/** Takes it away, and gives the focus to the one that takes its place. */
async function takeAway(event: Event, take: () => void, host: ChipActs['host']): Promise<void> {
  const item = (event.currentTarget as HTMLElement).closest('li');
  const place = [...(item?.parentElement?.children ?? [])].indexOf(item!);
  take();
  await host.updateComplete;
  const chips = host.renderRoot.querySelectorAll<HTMLElement>('.chip');
  (chips[Math.min(place, chips.length - 1)] ?? host.renderRoot.querySelector<HTMLElement>('#words'))?.focus();
}
