/**
 * The texts of the objects in some of a JSON document's own arrays, one after the other: a document of any size is never
 * held whole. Says so when the document ends before these arrays do, or has none of them.
 *
 * @throws {SyntaxError} when there is no such array, or when one does not end.
 */
export async function* splitLists<Name extends string>(
  text: AsyncIterable<string>,
  names: readonly Name[],
): AsyncGenerator<{list: Name; text: string}> {
  let depth = 0;
  let isInString = false;
  let isEscaped = false;
  let list: Name | null = null;
  const over = new Set<Name>();
  let lastString = '';
  let key = '';
  let object = '';

  for await (const piece of text) {
    let start = object === '' ? -1 : 0;
    for (let index = 0; index < piece.length; index += 1) {
      const letter = piece[index];
      if (isInString) {
        if (isEscaped) isEscaped = false;
        else if (letter === '\\') isEscaped = true;
        else if (letter === '"') isInString = false;
        if (isInString && depth === 1 && lastString.length < 20) lastString += letter;
        continue;
      }
      if (letter === '"') {
        isInString = true;
        lastString = '';
      } else if (letter === ':' && depth === 1) key = lastString;
      else if (letter === '{' || letter === '[') {
        if (depth === 1 && letter === '[') list = names.find((name) => name === key && !over.has(name)) ?? null;
        if (list !== null && depth === 2) start = index;
        depth += 1;
      } else if (letter === '}' || letter === ']') {
        depth -= 1;
        if (list !== null && depth === 2) {
          yield {list, text: object + piece.slice(start, index + 1)};
          object = '';
          start = -1;
        }
        if (list !== null && depth === 1) {
          over.add(list);
          list = null;
        }
      }
    }
    if (start >= 0) object += piece.slice(start);
  }
  if (list !== null || over.size === 0 || depth !== 0) throw new SyntaxError(`no whole array ${names.join(' or ')}`);
}
