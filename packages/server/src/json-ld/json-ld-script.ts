import {html, raw} from 'hono/html';
import {schemaOrg, type Thing} from './things.ts';

/**
 * A thing for the head of its page. A browser ends a script at the first `</script`, and hides what follows `<!--`, whatever
 * quotes stand around it: so no `<` is left. It is data: the page's policy allows no script, and this runs none.
 */
export function jsonLdScript(thing: Thing) {
  const text = JSON.stringify({'@context': schemaOrg, ...thing}).replaceAll('<', '\\u003c');
  return html`<script type="application/ld+json">
    ${raw(text)}
  </script>`;
}
