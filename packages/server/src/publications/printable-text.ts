/** A text without the characters that XML 1.0 has no way to write. */
export function withoutControls(text: string): string {
  // oxlint-disable-next-line no-control-regex -- those are what it takes out
  return text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}
