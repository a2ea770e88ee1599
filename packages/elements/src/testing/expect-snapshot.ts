import {writeFile} from '@web/test-runner-commands';
import {expect} from '@open-wc/testing';
import {readableTree} from './readable-tree.ts';

/** Compares what a screen reader finds with `snapshots/<name>.txt`. A missing one is written, to be read by a person first. */
export async function expectSnapshot(element: Element, name: string): Promise<void> {
  const found = `${readableTree(element)}\n`;
  const known = await fetch(new URL(`../../snapshots/${name}.txt`, import.meta.url), {cache: 'no-store'});
  if (!known.ok) {
    await writeFile({path: `../../snapshots/${name}.txt`, content: found});
    throw new Error(`snapshots/${name}.txt was written. Read it; when it is right the next run is green.`);
  }
  expect(found).to.equal(await known.text());
}
