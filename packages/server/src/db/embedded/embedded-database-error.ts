export type EmbeddedDatabaseErrorCode =
  | 'binaries-missing'
  | 'data-in-use'
  | 'not-permitted'
  | 'password-refused'
  | 'start-failed'
  | 'version-mismatch';

/** Its message is one sentence or two for the person at the keyboard: what is wrong and what to do. */
export class EmbeddedDatabaseError extends Error {
  readonly code: EmbeddedDatabaseErrorCode;

  constructor(code: EmbeddedDatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddedDatabaseError';
    this.code = code;
  }
}

/** The `code` of a failed system call or PostgreSQL answer, such as `ENOENT` or `3D000`. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
