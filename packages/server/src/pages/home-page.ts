import {html} from 'hono/html';
import type {RequestContext} from '../http/request-context.ts';
import {listCommunityRows} from '../communities/store.ts';
import {page, wordsFor} from './layout.ts';

/** The way in where no site of its own stands at `/`: the communities there are. */
export async function homePage(c: RequestContext): Promise<Response> {
  const language = c.get('language');
  const words = wordsFor(language, 'je');
  const {rows} = await listCommunityRows(c.get('services').database, null, 500);
  return page(c, {
    title: words.page.home,
    language,
    words,
    community: null,
    content: html`<h1>${words.page.homeIntro}</h1>
      <h2>${words.page.communities}</h2>
      <ul class="list">
        ${rows.map((row) => html`<li><a href="/${row.slug}/initiatieven">${row.name}</a></li>`)}
      </ul>`,
  });
}
