import {html, raw} from 'hono/html';
import {schemaOrg, type Thing} from './things.ts';

/**
 * A thing for the head of its page, with what else is told there. A browser ends a script at the first `</script`, and hides what follows `<!--`, whatever
 * quotes stand around it: so no `<` is left. It is data: the page's policy allows no script, and this runs none.
 */
export function jsonLdScript(thing: Thing, ...more: readonly Thing[]) {
  const told = more.length > 0 ? {'@graph': [thing, ...more]} : thing;
  const text = JSON.stringify({'@context': schemaOrg, ...told}).replaceAll('<', '\\u003c');
  return html`<script type="application/ld+json">
    ${raw(text)}
  </script>`;
}
