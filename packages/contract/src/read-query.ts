import type * as z from 'zod/mini';
import {faultsOf} from './faults.ts';
import type {Fault} from './problems.ts';

/** What a schema takes once `optional`, `nullable` and defaults around it are taken away. */
function innermost(schema: z.core.$ZodType): z.core.$ZodType {
  const {def} = schema._zod;
  return 'innerType' in def ? innermost(def.innerType as z.core.$ZodType) : schema;
}

function asNumber(text: string): number | string {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

/** The text of a query in the type that its schema takes; what can't be read stays text, so that the schema says what is wrong. */
function coerced(schema: z.core.$ZodType, texts: readonly string[]): unknown {
  const {def} = (innermost(schema) as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'array':
      return texts.flatMap((text) => text.split(',')).map((text) => coerced(def.element, [text]));
    case 'tuple':
      return texts.flatMap((text) => text.split(',')).map((text, index) => coerced(def.items[index] ?? def.items[0]!, [text]));
    case 'number':
      return asNumber(texts[0]!);
    default:
      return texts[0]!;
  }
}

function takesMany(schema: z.core.$ZodType): boolean {
  return ['array', 'tuple'].includes(innermost(schema)._zod.def.type);
}

/**
 * Reads a query string by its schema: comma lists (`kind=shop,playground`, or `kind=shop&kind=playground`) become arrays,
 * numbers numbers. Gives what was asked for, or all that is wrong with it and the keys with which nothing is, so that rules
 * over several keys can be held against those.
 */
export function readQuery<Schema extends z.ZodMiniObject>(
  schema: Schema,
  params: URLSearchParams,
): {data: z.infer<Schema>} | {faults: Fault[]; sound: Partial<z.infer<Schema>>} {
  const shape = new Map<string, z.core.$ZodType>(Object.entries(schema.shape));
  const repeated = new Set<string>();
  const value: Record<string, unknown> = Object.create(null);
  for (const key of new Set(params.keys())) {
    const texts = params.getAll(key);
    const field = shape.get(key);
    if (field && texts.length > 1 && !takesMany(field)) repeated.add(key);
    value[key] = field ? coerced(field, texts) : texts[0];
  }

  const input = {...value};
  const result = schema.safeParse(input);
  if (result.success && repeated.size === 0) return {data: result.data};

  const faults = result.success ? [] : faultsOf(result.error, input, 'query').filter(({parameter}) => !repeated.has(parameter ?? ''));
  const wrong = new Set([...faults.map(({parameter}) => parameter), ...repeated]);
  const sound = Object.fromEntries(Object.entries(input).filter(([key]) => !wrong.has(key))) as Partial<z.infer<Schema>>;
  return {faults: [...faults, ...[...repeated].map((parameter): Fault => ({parameter, code: 'format'}))], sound};
}
