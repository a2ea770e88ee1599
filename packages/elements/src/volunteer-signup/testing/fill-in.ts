import type {LitElement} from 'lit';
import {find} from '../../testing/page.ts';

/** Types into the fields of the form that is shown, as somebody does who then goes on to the next. */
export function fillIn(element: LitElement, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = find(element, `[name="${name}"]`) as HTMLInputElement | HTMLSelectElement;
    field.value = value;
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    field.dispatchEvent(new Event('change', {bubbles: true}));
    field.dispatchEvent(new FocusEvent('focusout', {bubbles: true}));
  }
}

/** Presses the button that goes on. */
export function press(element: LitElement): void {
  find(element, '[part="submit"]')?.click();
}
