import {createHash} from 'node:crypto';
import {ProblemError} from '../problem-error.ts';

/** An entity tag (RFC 9110, 8.8.3): the revision of the thing when it has one, and a hash of this form of it. */
export function entityTag(body: string | Uint8Array, revision?: string): string {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 16);
  return revision === undefined ? `"${hash}"` : `"${revision}-${hash}"`;
}

/** Refuses an edit of something that changed since its ETag was handed out; any form of the same revision is good. */
export function requireRevision(ifMatch: string, revision: string): void {
  const isCurrent = ifMatch.split(',').some((tag) => {
    const [, named] = /^\s*(?:W\/)?"(\d+)-[\w-]+"\s*$/.exec(tag) ?? [];
    return named === revision || tag.trim() === '*';
  });
  if (!isCurrent) throw new ProblemError('revision.changed');
}

/** Whether the reader has this answer already (RFC 9110, 13.1.2: weak comparison). */
export function isUnchanged(ifNoneMatch: string | undefined, tag: string): boolean {
  if (!ifNoneMatch) return false;
  const strip = (value: string) =>
    value
      .trim()
      .replace(/^W\//, '')
      .replace(/-gzip"$/, '"');
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((given) => strip(given) === strip(tag));
}
