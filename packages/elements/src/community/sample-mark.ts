import type {StatusMessages} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';

/** Says at the top that this is a sample. */
export function sampleMark(isSample: boolean | undefined, messages: StatusMessages): TemplateResult | typeof nothing {
  return isSample ? html`<span class="badge" part="badge">${messages.sample}</span>` : nothing;
}
