import {createInterface} from 'node:readline';

import {openEmbeddedDatabase} from '../embedded-database.ts';
import {EmbeddedDatabaseError} from '../embedded-database-error.ts';

/** A process of its own that opens a data folder, says what it got, and stops on the word `fast` or `smart`: `node hold-database.ts FOLDER MODE`. */
const [dataFolder, mode] = process.argv.slice(2);
if (!dataFolder || (mode !== 'serve' && mode !== 'command')) throw new Error('usage: hold-database.ts FOLDER serve|command');

try {
  const database = await openEmbeddedDatabase({dataFolder, mode, log: () => {}});
  console.log(JSON.stringify({url: database.url, isOwner: database.isOwner}));
  for await (const line of createInterface(process.stdin)) {
    await database.stop(line === 'smart' ? 'smart' : 'fast');
    console.log(JSON.stringify({stopped: line}));
  }
} catch (error) {
  if (!(error instanceof EmbeddedDatabaseError)) throw error;
  console.log(JSON.stringify({code: error.code}));
}
