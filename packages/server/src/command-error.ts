/** A command says no: a stable code, one sentence for people, exit code 1 (refused or failed) or 2 (wrong usage). */
export class CommandError extends Error {
  readonly code: string;
  readonly exitCode: 1 | 2;

  constructor(code: string, message: string, {exitCode = 1, cause}: {exitCode?: 1 | 2; cause?: unknown} = {}) {
    super(message, {cause});
    this.code = code;
    this.exitCode = exitCode;
  }
}
