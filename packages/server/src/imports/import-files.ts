import type {Scope, TrxScope} from '../scope.ts';
import {inTransaction} from '../scope.ts';
import type {ImportSource} from './import-record.ts';

const pieceSize = 256 * 1024;

/** Keeps a file that was offered, in pieces. */
export async function keepFile(scope: TrxScope, importId: string, bytes: Buffer): Promise<void> {
  for (let start = 0; start < bytes.length; start += pieceSize)
    await scope.trx
      .insertInto('import_chunks')
      .values({
        community_id: scope.community.id,
        import_id: importId,
        position: start / pieceSize,
        content: bytes.subarray(start, start + pieceSize),
      })
      .execute();
}

/** A file that was kept, a piece at a time: it is never held whole. */
export function keptFile(scope: Scope, importId: string): ImportSource {
  const piece = (position: number) =>
    inTransaction(scope, ({trx, community}) =>
      trx
        .selectFrom('import_chunks')
        .select('content')
        .where('community_id', '=', community.id)
        .where('import_id', '=', importId)
        .where('position', '=', position)
        .executeTakeFirst(),
    );
  return {
    async *read() {
      for (let position = 0; ; position += 1) {
        const found = await piece(position);
        if (!found) return;
        yield found.content;
      }
    },
  };
}

export async function forgetFile(scope: TrxScope, importId: string): Promise<void> {
  await scope.trx.deleteFrom('import_chunks').where('community_id', '=', scope.community.id).where('import_id', '=', importId).execute();
}
