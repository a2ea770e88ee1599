function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The first place where two JSON values differ, or null. */
function difference(actual: unknown, expected: unknown, path = ''): string | null {
  if (Object.is(actual, expected)) return null;
  if (!isObject(actual) || !isObject(expected) || Array.isArray(actual) !== Array.isArray(expected)) {
    return `${path || 'it'} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`;
  }
  for (const key of new Set([...Object.keys(actual), ...Object.keys(expected)])) {
    const found = difference(actual[key], expected[key], path ? `${path}.${key}` : key);
    if (found) return found;
  }
  return null;
}

export function check(isRight: boolean, what: string): asserts isRight {
  if (!isRight) throw new Error(what);
}

export function checkEqual(actual: unknown, expected: unknown, what: string): void {
  const found = difference(actual, expected);
  check(found === null, `${what}: ${found}`);
}
