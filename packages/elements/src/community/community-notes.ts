import type {Community} from '@buurtkit/sdk';
import {communityMessages, type CommunityMessages, type Language} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';

/** The way to somebody, and what a sample is. */
export function communityNotes(
  community: Community,
  language: Language,
  ownWords: Partial<CommunityMessages>,
): TemplateResult | typeof nothing {
  const messages = {...communityMessages[language](community.addressForm), ...ownWords};
  const {name, phone, email, url} = community.contact;
  const ways = [
    phone && html`<a href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a>`,
    email && html`<a href="mailto:${email}">${email}</a>`,
    url && html`<a href=${url}>${url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')}</a>`,
  ].filter(Boolean);
  const hasContact = name !== undefined || ways.length > 0;
  if (!hasContact && !community.isSample) return nothing;
  return html`
    <div class="notes">
      ${
        hasContact
          ? html`<p class="contact">
              ${messages.questions} ${name ? html`<strong>${name}</strong>` : nothing} ${ways.map((way) => html`<span>${way}</span>`)}
            </p>`
          : nothing
      }
      ${community.isSample ? html`<p class="muted">${messages.sampleHint}</p>` : nothing}
    </div>
  `;
}
