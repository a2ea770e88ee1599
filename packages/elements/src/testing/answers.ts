import {createClient, type Reader} from '@buurtkit/sdk';
import {getResponse, type HttpHandler} from 'msw';

export const api = 'https://api.example.nl';

let handlers: readonly HttpHandler[] = [];
let asked: string[] = [];
const realFetch = globalThis.fetch;

/** From now on the API answers so; whatever else the page fetches is real. */
export function answerWith(...answers: HttpHandler[]): void {
  handlers = answers;
  asked = [];
  globalThis.fetch = (input, init) =>
    String(input instanceof Request ? input.url : input).startsWith(api) ? answer(input, init) : realFetch(input, init);
}

/** What was asked since the last `answerWith`: path and query. */
export function requests(): readonly string[] {
  return asked;
}

export function stopAnswering(): void {
  globalThis.fetch = realFetch;
}

async function answer(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  asked.push(request.url.slice(api.length));
  const aborted = new Promise<never>((_, reject) => {
    request.signal.addEventListener('abort', () => reject(request.signal.reason as Error));
  });
  const response = await Promise.race([getResponse([...handlers], request), aborted]);
  if (!response || response.type === 'error') throw new TypeError('Failed to fetch');
  return response;
}

/** A client that doesn't try again, for tests of what readers see when something fails. */
export function impatientClient(community = 'buurtkracht'): Reader {
  return createClient({api, community, retries: 0});
}

/** A client that finds these places by name, whatever is typed. */
export function clientThatSuggests(suggest: Reader['places']['suggest']): Reader {
  return {...impatientClient(), places: {...impatientClient().places, suggest}};
}
