/** Text as it may stand in a header: one line, without what ends one or steers a terminal. */
export function oneLine(text: string, maxLength = 200): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return line.length <= maxLength ? line : `${line.slice(0, maxLength - 1).trimEnd()}…`;
}
