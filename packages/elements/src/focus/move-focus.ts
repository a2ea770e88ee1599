import type {ReactiveControllerHost} from 'lit';

/** Gives the focus to the first of these that there is, once what changed is shown. */
export async function moveFocus(
  host: ReactiveControllerHost & {renderRoot: HTMLElement | DocumentFragment},
  ...selectors: readonly string[]
): Promise<void> {
  await host.updateComplete;
  const found = selectors.map((selector) => host.renderRoot.querySelector<HTMLElement>(selector)).find((target) => target !== null);
  found?.focus();
}
