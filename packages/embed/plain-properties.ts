import {parseAst, type Plugin} from 'vite';
import {findNodes} from './syntax-tree.ts';

interface Located {
  start: number;
  end: number;
}

/** `_decorate([property(options)], Class.prototype, 'name', void 0)` */
interface DecorateCall extends Located {
  callee: {name?: string};
  arguments: [
    {elements?: {callee?: {name?: string}; arguments: Located[]}[]},
    {object?: {name?: string}; property?: {name?: string}},
    {value?: unknown},
    ...unknown[],
  ];
}

/**
 * Writes Lit's `@property()` as the call that it makes, `Class.createProperty(name, options)`, so that the decorator and
 * TypeScript's helper for it stay out of the bundle. Other decorators stay as they are.
 */
export function plainProperties({ours}: {ours: RegExp}): Plugin {
  return {
    name: 'plain-properties',
    transform: {
      order: 'post',
      filter: {id: ours},
      handler(code) {
        return findNodes<DecorateCall>(parseAst(code), 'CallExpression')
          .filter(({callee}) => /^_*decorate$/.test(callee.name ?? ''))
          .sort((one, other) => other.start - one.start)
          .reduce((text, call) => {
            const plain = asPlainCall(call, code);
            return plain ? text.slice(0, call.start) + plain + text.slice(call.end) : text;
          }, code);
      },
    },
  };
}

function asPlainCall({arguments: [decorators, target, name]}: DecorateCall, code: string): string | null {
  const [decorator, ...others] = decorators.elements ?? [];
  if (!decorator || others.length > 0 || decorator.callee?.name !== 'property' || target.property?.name !== 'prototype') return null;
  const options = decorator.arguments.map(({start, end}) => `, ${code.slice(start, end)}`).join('');
  return `${target.object?.name}.createProperty(${JSON.stringify(name.value)}${options})`;
}
