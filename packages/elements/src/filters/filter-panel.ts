import {formatCount, type Language} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';
import type {FilterGroup, FilterOption} from './filter-bar.ts';
import {optionLabel} from './option-label.ts';

type PanelModel = {
  showLabel: string;
  language: Language;
  onToggle: (key: string, value: string) => void;
  onShow: () => void;
};

type LabelledOption = FilterOption & {label: string};

/** The choices of one filter or more, each with its count. */
export function filterPanel(groups: readonly FilterGroup[], {showLabel, language, onToggle, onShow}: PanelModel): TemplateResult {
  return html`
    <div class="filter-panel" id="filter-panel">
      ${groups.map(
        ({key, label, options, content}) => html`
          <fieldset>
            <legend class=${groups.length > 1 ? '' : 'only-heard'}>${label}</legend>
            ${choices(
              key,
              options.filter(({shownAs}) => !shownAs),
              language,
              (value) => onToggle(key, value),
            )}
            ${content?.()}
          </fieldset>
        `,
      )}
      <button class="button primary" type="button" @click=${onShow}>${showLabel}</button>
    </div>
  `;
}

function choices(
  key: string,
  options: readonly FilterOption[],
  language: Language,
  onToggle: (value: string) => void,
): TemplateResult | typeof nothing {
  if (!options.length) return nothing;
  return html`
    <ul class="choices">
      ${inOrder(
        options.map((option) => ({...option, label: optionLabel(option, key, language)})),
        language,
      ).map((option) => choice(option, language, () => onToggle(option.value)))}
    </ul>
  `;
}

/** Here and not sooner: the first comparison in a language makes a slow phone wait. */
function inOrder(options: readonly LabelledOption[], language: Language): LabelledOption[] {
  return [...options].sort((one, other) => (one.place ?? 0) - (other.place ?? 0) || one.label.localeCompare(other.label, language));
}

function choice({value, label, count, isChosen}: LabelledOption, language: Language, onToggle: () => void): TemplateResult {
  return html`
    <li>
      <label class="choice">
        <input type="checkbox" .value=${value} .checked=${isChosen} @change=${onToggle} />
        <span>${label}</span> <span class="count">${count === null ? '' : formatCount(count, language)}</span>
      </label>
    </li>
  `;
}
