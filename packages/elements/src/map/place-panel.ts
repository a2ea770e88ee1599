import type {InitiativeListItem} from '@buurtkit/sdk';
import {initiativeKinds, labelOf} from '@buurtkit/sdk/vocabularies';
import type {Language, MapMessages} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';
import {heading} from '../headings/heading.ts';
import {isPlainPress} from '../list/result-row.ts';
import {pinKey} from './markers.ts';

export type PlacePanelModel = {
  count: number;
  /** Null while they are loading. */
  items: readonly InitiativeListItem[] | null;
  hasFailed: boolean;
  headingLevel: number;
  messages: MapMessages;
  language: Language;
  onOpen: (item: InitiativeListItem) => void;
  onRetry: () => void;
  onClose: () => void;
};

/** What is at one place, where no zoom takes it apart: a building with several initiatives. */
export function placePanel(model: PlacePanelModel): TemplateResult {
  const {messages, items} = model;
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    model.onClose();
  };
  return html`
    <div
      class="place-panel"
      part="panel"
      role="group"
      aria-label=${messages.atThisPlace(model.count)}
      aria-busy=${items === null && !model.hasFailed}
      @keydown=${handleKey}
    >
      <div class="place-head">
        ${heading(model.headingLevel, messages.atThisPlace(model.count), 'place-title')}
        <button class="map-button close" type="button" title=${messages.close} aria-label=${messages.close} @click=${model.onClose}>
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="m6 6 12 12M18 6 6 18" /></svg>
        </button>
      </div>
      ${
        model.hasFailed
          ? html`<p>
              ${messages.mapFailed} <button class="button" part="retry" type="button" @click=${model.onRetry}>${messages.retryMap}</button>
            </p>`
          : nothing
      }
      ${
        items?.length
          ? html`<ul class="place-list">
              ${items.map((item) => placeItem(item, model))}
            </ul>`
          : nothing
      }
    </div>
  `;
}

function placeItem(item: InitiativeListItem, {language, onOpen}: PlacePanelModel): TemplateResult {
  const handlePress = (event: MouseEvent) => {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    onOpen(item);
  };
  return html`
    <li>
      <a class="place-item" href=${item.url} data-slug=${item.slug} data-key=${pinKey(item)} @click=${handlePress}>${item.name}</a>
      <span class="muted">${labelOf(initiativeKinds, item.kind, language)}</span>
    </li>
  `;
}
