import type {Community} from '@buurtkit/sdk';
import {labelOf} from '@buurtkit/sdk/vocabularies';
import type {Language} from '@buurtkit/texts';
import {html, type TemplateResult} from 'lit';
import {heading} from '../headings/heading.ts';

type Context = {
  messages: {severalByThisName: string; severalByThisNameHint: string};
  headingLevel: number;
  community: Community | null;
  language: Language;
  onOpen: (address: string) => void;
};

/** Within a region several can go by one slug. */
export function severalChoice(
  addresses: readonly string[],
  {messages, headingLevel, community, language, onOpen}: Context,
): TemplateResult {
  const nameOf = (address: string) => {
    const [own = ''] = address.split('~');
    return community?.members.find(({slug}) => slug === own)?.name ?? labelOf({}, own, language);
  };
  return html`
    ${heading(headingLevel, messages.severalByThisName, 'detail-title')}
    <p>${messages.severalByThisNameHint}</p>
    <ul>
      ${addresses.map((address) => html`<li><button class="button plain" type="button" @click=${() => onOpen(address)}>${nameOf(address)}</button></li>`)}
    </ul>
  `;
}
