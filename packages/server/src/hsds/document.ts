/** JSON of somebody else's making. */
export type Document = Record<string, unknown>;

export function isDocument(value: unknown): value is Document {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

export function list(document: Document, name: string): Document[] {
  const value = document[name];
  return Array.isArray(value) ? value.filter(isDocument) : [];
}

/** A text that says something; anything else is what it is otherwise. */
export function textOr<Otherwise>(value: unknown, otherwise: Otherwise): string | Otherwise {
  return typeof value === 'string' && value.trim() !== '' ? value : otherwise;
}

/** Ids are written in small letters here; elsewhere not always. */
export function idOr<Otherwise>(value: unknown, otherwise: Otherwise): string | Otherwise {
  const id = textOr(value, undefined);
  return id === undefined ? otherwise : id.toLowerCase();
}
