import {readDefaults} from './defaults.ts';

/** Shows what it was told, and nothing of its fallback: enough to see who defined it and with what. */
export class StubElement extends HTMLElement {
  connectedCallback(): void {
    const {api, community} = readDefaults();
    const area = this.getAttribute('area');
    const root = this.shadowRoot ?? this.attachShadow({mode: 'open'});
    root.textContent = `${this.localName} of ${this.getAttribute('community') ?? community} from ${api}${area ? ` in ${area}` : ''}`;
    document.documentElement.dataset['ran'] = `${document.documentElement.dataset['ran'] ?? ''} ${this.localName}`;
  }
}
