import type {Initiative} from '@buurtkit/sdk';
import type {DetailMessages} from '@buurtkit/texts';
import {html, type TemplateResult} from 'lit';
import type {Fact} from './facts.ts';

/** How to reach somebody. */
export function contactFacts({website, email, phone}: Initiative['contact'], messages: DetailMessages): Fact[] {
  return [
    [messages.website, website && html`<a href=${website}>${withoutScheme(website)}</a>`],
    [messages.email, email && mailLink(email)],
    [messages.phone, phone && phoneLink(phone)],
  ];
}

export function mailLink(email: string): TemplateResult {
  return html`<a dir="ltr" href="mailto:${email}">${email}</a>`;
}

export function phoneLink(phone: string): TemplateResult {
  return html`<a dir="ltr" href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a>`;
}

function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
}
