import {isDeepStrictEqual} from 'node:util';
import {namedId} from './named-id.ts';
import {taxonomyTerm, type TaxonomyName, type TaxonomyTerm} from './taxonomies.ts';

export type Attribute = {
  id: string;
  link_id: string;
  taxonomy_term_id: string;
  link_type: string;
  link_entity: string;
  value: string;
  taxonomy_term: TaxonomyTerm;
};

/** How a field that HSDS doesn't have stands among the attributes. */
export type AttributeField = {
  /** Its values, or what `termOf` finds in them, are terms of this taxonomy. */
  taxonomy?: TaxonomyName;
  termOf?(value: unknown): string;
  /** One attribute for each of its values. */
  isList?: true;
  /** The value is JSON, not plain text. */
  isJson?: true;
  /** What it is when nobody told: then it is left out. */
  otherwise: unknown;
};

export type AttributeFields = Readonly<Record<string, AttributeField>>;

type Linked = {entity: string; id: string};

export function attributesOf(fields: AttributeFields, {entity, id}: Linked, record: Readonly<Record<string, unknown>>): Attribute[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = record[name];
    if (value === undefined || isDeepStrictEqual(value, field.otherwise)) return [];
    const values = field.isList ? (value as unknown[]) : [value];
    return values.map((each, index) => {
      const term = field.taxonomy ? taxonomyTerm(field.taxonomy, field.termOf?.(each) ?? String(each)) : taxonomyTerm('field', name);
      return {
        id: namedId('attribute', id, name, index),
        link_id: id,
        taxonomy_term_id: term.id,
        link_type: name,
        link_entity: entity,
        value: field.isJson ? JSON.stringify(each) : String(each),
        taxonomy_term: term,
      };
    });
  });
}

/** The fields back again; what no attribute tells is what it is otherwise. Attributes of others tell us nothing. */
export function readAttributes(fields: AttributeFields, attributes: unknown): Record<string, unknown> {
  const told = Map.groupBy(Array.isArray(attributes) ? attributes.filter(isAttribute) : [], (attribute) => attribute.link_type);
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const values = (told.get(name) ?? []).map(({value}) => (field.isJson ? parsed(value) : value));
      if (values.length === 0) return [name, field.otherwise];
      return [name, field.isList ? values : values[0]];
    }),
  );
}

function isAttribute(value: unknown): value is {link_type: string; value: string} {
  if (value === null || typeof value !== 'object') return false;
  return 'link_type' in value && typeof value.link_type === 'string' && 'value' in value && typeof value.value === 'string';
}

/** What is no JSON stays as it is: the contract then says what is wrong with it. */
function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
