import {formatDistance, whereAndWhenMessages} from '@buurtkit/texts';
import type {Position} from '@buurtkit/contract';
import {Hono} from 'hono';
import {html} from 'hono/html';
import type {Geocoder} from '../geo/geocoder.ts';
import {suggestPlaces} from '../geo/suggest-places.ts';
import {refuseOtherMethods} from '../http/bind-route.ts';
import {readForm} from '../http/read-form.ts';
import type {Env, RequestContext} from '../http/request-context.ts';
import {unstorableInBody} from '../http/unstorable-text.ts';
import {communityPage, type OpenPage} from './community-page.ts';
import {page, type Html} from './layout.ts';

const lists = ['initiatieven', 'vrijwilligerswerk'] as const;
type List = (typeof lists)[number];

const usual = 5000;
const radii = [1000, 2000, usual, 10_000, 25_000, 50_000];

const wordsOf = ({scope}: OpenPage) => whereAndWhenMessages[scope.language](scope.community.addressForm);

/**
 * Asks near which place to look. What is typed is sent in a body, so that it stands in no address and no log; what comes back in
 * the address of the list is a point to a hundredth of a degree.
 */
export function nearForm(open: OpenPage, list: List, params: URLSearchParams, typed?: {place: string; error: string}): Html {
  const words = wordsOf(open);
  const kept = [...params].filter(([key]) => !['near', 'radius', 'cursor', 'sort'].includes(key));
  const error = typed && html`<p class="error" id="place-error"><span aria-hidden="true">⚠</span> ${typed.error}</p>`;
  return html`<form class="near" method="post" action="/${open.community.slug}/in-de-buurt" role="search">
    <input type="hidden" name="list" value="${list}" />
    ${kept.map(([key, value]) => html`<input type="hidden" name="${key}" value="${value}" />`)}
    <div>
      <label for="place">${words.placeField}</label>
      ${error ?? ''}
      <input
        id="place"
        name="place"
        maxlength="100"
        value="${typed?.place ?? ''}"
        ${typed ? html`aria-invalid="true" aria-describedby="place-error"` : ''}
      />
    </div>
    <button>${words.searchNear}</button>
  </form>`;
}

/** How far from the point that was found, among the other filters; nothing while nobody asked. */
export function nearFilter(
  open: OpenPage,
  {near, radius = usual}: {near?: Position | undefined; radius?: number | undefined},
  params: URLSearchParams,
): Html | string {
  if (!near) return '';
  const words = wordsOf(open);
  const distances = [...new Set([...radii, radius])].toSorted((one, other) => one - other);
  return html`<input type="hidden" name="near" value="${params.get('near') ?? ''}" />
    <div>
      <label for="radius">${words.farFrom}</label>
      <select id="radius" name="radius">
        ${distances.map(
          (each) =>
            html`<option value="${each}" ${each === radius ? html` selected` : ''}>${formatDistance(each, open.scope.language)}</option>`,
        )}
      </select>
    </div>`;
}

/** Where the form goes: back to its list, near the place that was found, or with the word that there is no such place. */
export function nearPages(geocoder: Geocoder): Hono<Env> {
  const app = new Hono<Env>();
  const address = '/:community/in-de-buurt';
  app.get(address, async (c) => c.redirect(`/${(await communityPage(c)).community.slug}/vrijwilligerswerk`, 303));
  app.post(address, (c) => findNear(c, geocoder));
  refuseOtherMethods(app, address, ['GET', 'HEAD', 'POST']);
  return app;
}

async function findNear(c: RequestContext, geocoder: Geocoder): Promise<Response> {
  const open = await communityPage(c);
  const params = await readForm(c);
  const list = lists.find((each) => each === params.get('list')) ?? 'vrijwilligerswerk';
  const place = (params.get('place') ?? '').trim().slice(0, 100);
  for (const key of ['list', 'place']) params.delete(key);
  if (place === '') return c.redirect(listAddress(open, list, params), 303);

  const isText = unstorableInBody({place}).length === 0;
  const {data, isComplete} = isText ? await suggestPlaces(open.scope, geocoder, place, 1) : {data: [], isComplete: true};
  const location = data.find((found) => found.location)?.location;
  const words = wordsOf(open);
  if (!location)
    return unknownPlace(c, open, nearForm(open, list, params, {place, error: isComplete ? words.noPlaceFound : words.addressesUnknown}));
  const [longitude, latitude] = location.coordinates;
  params.set('near', `${longitude.toFixed(2)},${latitude.toFixed(2)}`);
  return c.redirect(listAddress(open, list, params), 303);
}

function listAddress({community}: OpenPage, list: List, params: URLSearchParams): string {
  return `/${community.slug}/${list}${params.size > 0 ? `?${params.toString()}` : ''}`;
}

function unknownPlace(c: RequestContext, open: OpenPage, form: Html): Promise<Response> {
  const {scope, community, words} = open;
  const title = wordsOf(open).searchNear;
  return page(c, {
    status: 400,
    isPrivate: true,
    title,
    language: scope.language,
    words,
    community,
    content: html`<h1>${title}</h1>
      ${form}`,
  });
}
