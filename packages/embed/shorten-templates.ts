import {parseAst, type Plugin} from 'vite';
import {findNodes} from './syntax-tree.ts';

interface TaggedTemplate {
  tag: {name?: string};
  quasi: {quasis: {start: number; end: number}[]};
}

/** Minifiers leave the text of templates alone: this takes the indentation out of Lit's `html` and `css`. */
export function shortenTemplates({ours}: {ours: RegExp}): Plugin {
  return {
    name: 'shorten-templates',
    transform: {
      order: 'post',
      filter: {id: ours},
      handler(code) {
        const edits = findNodes<TaggedTemplate>(parseAst(code), 'TaggedTemplateExpression').flatMap(({tag: {name = ''}, quasi}) => {
          const shorten = SHORTEN[name];
          return shorten ? quasi.quasis.map(({start, end}) => ({start, end, text: shorten(code.slice(start, end))})) : [];
        });
        // From the back, so that what is still to come stays where it was.
        return edits
          .sort((one, other) => other.start - one.start)
          .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code);
      },
    },
  };
}

const oneSpace = (text: string): string => text.replace(/\s+/g, ' ');

// In markup a space beside text can be seen, so one stays of each run; not beside what is a block of its own.
const shortMarkup = (text: string): string =>
  oneSpace(text).replace(/ (<\/?(?:article|div|dl|fieldset|form|h\d|li|ol|p|section|ul)\b)/g, '$1');

const SHORTEN: Record<string, (text: string) => string> = {
  html: shortMarkup,
  svg: oneSpace,
  css: (text) =>
    oneSpace(text)
      .replace(/\/\*.*?\*\//g, '')
      .replace(/ ?([{};,]) ?/g, '$1')
      .replace(/;}/g, '}')
      .replace(/ !important/g, '!important')
      .replace(/(?<![\d.])0\./g, '.')
      .replace(/(^|[;{])([\w-]+): /g, '$1$2:'),
};
