import {labelOf} from '@buurtkit/sdk/vocabularies';
import {html, type TemplateResult} from 'lit';
import {heading} from '../headings/heading.ts';
import type {PanelModel} from './initiative-panel.ts';

/** Within a region several can go by one slug. */
export function initiativeChoice(
  addresses: readonly string[],
  {headingLevel, words, community, language, onOpen}: PanelModel,
): TemplateResult {
  const nameOf = (address: string) => {
    const [own = ''] = address.split('~');
    return community?.members.find(({slug}) => slug === own)?.name ?? labelOf({}, own, language);
  };
  return html`
    ${heading(headingLevel, words.severalByThisName, 'detail-title')}
    <p>${words.severalByThisNameHint}</p>
    <ul>
      ${addresses.map((address) => html`<li><button class="button plain" type="button" @click=${() => onOpen(address)}>${nameOf(address)}</button></li>`)}
    </ul>
  `;
}
