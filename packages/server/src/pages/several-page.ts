import {html} from 'hono/html';
import type {RequestContext} from '../http/request-context.ts';
import {ProblemError} from '../problem-error.ts';
import type {OpenPage} from './community-page.ts';
import {page} from './layout.ts';

/** What goes by a slug; in a region there may be several, and then their addresses. */
export async function orAddresses<Thing>(loading: Promise<Thing>): Promise<Thing | {addresses: readonly string[]}> {
  try {
    return await loading;
  } catch (error) {
    if (error instanceof ProblemError && error.addresses) return {addresses: error.addresses};
    throw error;
  }
}

type Several = {addresses: readonly string[]; folder: string; title: string; hint: string};

/** The choice between those of a region that go by one slug, each by where it is. */
export async function severalPage(
  c: RequestContext,
  {scope, community, words}: OpenPage,
  {addresses, folder, title, hint}: Several,
): Promise<Response> {
  const nameOf = (member: string) => community.members.find(({slug}) => slug === member)?.name ?? member;
  return page(c, {
    status: 409,
    title,
    language: scope.language,
    words,
    community,
    content: html`<h1>${title}</h1>
      <p>${hint}</p>
      <ul>
        ${addresses.map((address) => {
          const [member = '', slug = ''] = address.split('~');
          return html`<li><a href="/${member}/${folder}/${slug}">${nameOf(member)}</a></li>`;
        })}
      </ul>`,
  });
}
