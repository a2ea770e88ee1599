import type {Community} from '@buurtkit/sdk';
import type {ListMessages} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';

/** Says at the top that this is a sample. */
export function sampleMark(community: Community | null, messages: ListMessages): TemplateResult | typeof nothing {
  return community?.isSample ? html`<span class="badge" part="badge">${messages.sample}</span>` : nothing;
}
