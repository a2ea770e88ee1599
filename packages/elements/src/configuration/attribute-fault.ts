import {BuurtErrorEvent} from '../events/buurt-events.ts';

/** An attribute that can't be used, in words for the developer of the page. */
export type AttributeFault = {attribute: string; reason: string};

/** Tells developer and page about an attribute that can't be used, once per fault. */
export class FaultReporter {
  readonly #element: HTMLElement;
  #reported = '';

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  report(fault: AttributeFault | null): void {
    const text = fault ? `<${this.#element.localName}> shows its fallback: attribute ${fault.attribute} ${fault.reason}` : '';
    if (text === this.#reported) return;
    this.#reported = text;
    if (!text) return;
    console.warn(text);
    this.#element.dispatchEvent(new BuurtErrorEvent({code: 'element.bad-attribute', status: null}));
  }
}
