/**
 * Why an element could not be brought to the page.
 *
 * `embed.refused`: a file of the pinned version is missing or isn't what was published, so nothing of it ran.
 * `embed.trusted-types`: the page's Content-Security-Policy keeps Lit from starting.
 * `embed.failed`: any other failure, such as no connection.
 */
export type LoadErrorCode = 'embed.refused' | 'embed.trusted-types' | 'embed.failed';

export class LoadError extends Error {
  constructor(
    readonly code: LoadErrorCode,
    message: string,
  ) {
    super(message);
  }
}
