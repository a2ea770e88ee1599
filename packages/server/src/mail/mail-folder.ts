import {mkdir, readdir, readFile, rename, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {composed} from './compose.ts';
import type {Letter, Mailer} from './mailer.ts';

export type StoredMail = {id: string; to: string; subject: string; sentAt: string; text: string; links: readonly string[]};

/** Where mails go when there is no mail server: a file each in the data folder, and beside it what the list of them shows. */
export function mailFolder(dataFolder: string): string {
  return join(dataFolder, 'mail');
}

/** Writes each mail as a file, for who tries things without a mail server. */
export function fileMailer(folder: string): Mailer {
  return {
    async send(letter) {
      await mkdir(folder, {recursive: true, mode: 0o700});
      const name = join(folder, `${letter.date.toISOString().replaceAll(/[-:]/g, '')}-${letter.id}`);
      await writeWhole(`${name}.eml`, await composed(letter));
      await writeWhole(`${name}.json`, JSON.stringify(summaryOf(letter)));
    },
    close: () => undefined,
  };
}

function summaryOf({id, to, subject, date, text, links}: Letter): StoredMail {
  return {id, to, subject, sentAt: date.toISOString(), text, links};
}

async function writeWhole(path: string, content: string | Buffer): Promise<void> {
  await writeFile(`${path}.part`, content, {mode: 0o600});
  await rename(`${path}.part`, path);
}

/** The mails of the folder, newest first. */
export async function readMails(folder: string, limit = Number.POSITIVE_INFINITY): Promise<StoredMail[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
  const newest = names.toSorted().toReversed().slice(0, limit);
  return Promise.all(newest.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as StoredMail));
}
