import {recordActs} from '../../audit/record-acts.ts';
import type {TrxScope} from '../../scope.ts';
import {postEntry, type EntryToPost, type PostedEntry} from './post-entry.ts';

/** Writes an entry and, the first time, that somebody did. */
export async function recordEntry(scope: TrxScope, entry: EntryToPost): Promise<PostedEntry> {
  const posted = await postEntry(scope, entry);
  if (!posted.isReplay) await recordActs(scope, [{action: 'entry.created', subjectId: posted.id}]);
  return posted;
}
