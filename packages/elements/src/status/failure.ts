import {ApiError, ConnectionError} from '@buurtkit/sdk';
import type {StatusMessages} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';
import {BuurtErrorEvent} from '../events/buurt-events.ts';

/** The event that tells the page what could not be loaded. */
export function errorEventOf(error: unknown): BuurtErrorEvent {
  if (error instanceof ApiError) return new BuurtErrorEvent({code: error.code, status: error.status});
  if (error instanceof ConnectionError) return new BuurtErrorEvent({code: `connection.${error.reason}`, status: error.status});
  return new BuurtErrorEvent({code: 'element.unexpected', status: null});
}

/** What happened and what one can do, in words for residents. */
export function failureWords(error: unknown, messages: StatusMessages): {title: string; hint: string} {
  if (error instanceof ApiError && error.status === 404) return {title: messages.notThere, hint: messages.notThereHint};
  if (error instanceof ApiError && error.status === 429) return {title: messages.tooBusy, hint: messages.tooBusyHint};
  if (error instanceof ConnectionError && error.reason === 'offline') return {title: messages.offline, hint: messages.offlineHint};
  return {title: messages.unreachable, hint: messages.unreachableHint};
}

/** What went wrong, with a way to try again. */
export function failure({
  error,
  messages,
  isRetrying,
  onRetry,
}: {
  error: unknown;
  messages: StatusMessages;
  isRetrying: boolean;
  onRetry: () => void;
}): TemplateResult {
  const {title, hint} = failureWords(error, messages);
  return html`
    <div class="notice" part="error">
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3 2 21h20L12 3Zm0 6v6m0 2.5v.5" /></svg>
      <div>
        <p class="notice-title">${title}</p>
        <p>${hint}</p>
        <button
          class="button primary"
          part="retry"
          type="button"
          aria-disabled=${isRetrying ? 'true' : nothing}
          @click=${() => isRetrying || onRetry()}
        >
          ${isRetrying ? messages.retrying : messages.retry}
        </button>
      </div>
    </div>
  `;
}
