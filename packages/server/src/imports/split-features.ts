/**
 * The texts of the objects in the array `features` of a GeoJSON document, one after the other: a document of any size is
 * never held whole. Says so when the document ends before its array does.
 *
 * @throws {SyntaxError} when there is no such array, or when it does not end.
 */
export async function* splitFeatures(text: AsyncIterable<string>): AsyncGenerator<string> {
  let depth = 0;
  let isInString = false;
  let isEscaped = false;
  let isInArray = false;
  let isOver = false;
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
        if (depth === 1 && letter === '[' && key === 'features' && !isOver) isInArray = true;
        if (isInArray && depth === 2) start = index;
        depth += 1;
      } else if (letter === '}' || letter === ']') {
        depth -= 1;
        if (isInArray && depth === 2) {
          yield object + piece.slice(start, index + 1);
          object = '';
          start = -1;
        }
        if (isInArray && depth === 1) {
          isInArray = false;
          isOver = true;
        }
      }
    }
    if (start >= 0) object += piece.slice(start);
  }
  if (!isOver) throw new SyntaxError('no whole array "features"');
}
