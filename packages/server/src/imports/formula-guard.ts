// A spreadsheet runs a cell that begins with one of these (OWASP, CSV injection; the wide forms are what East Asian
// keyboards type). A text that itself looks guarded gets one guard more, so that taking one off always gives it back.
const runnable = /^'*[=+\-@\t\r\n＝＋－＠]/;
const guarded = /^''*[=+\-@\t\r\n＝＋－＠]/;

export function guardFormula(text: string): string {
  return runnable.test(text) ? `'${text}` : text;
}

export function unguardFormula(text: string): string {
  return guarded.test(text) ? text.slice(1) : text;
}
