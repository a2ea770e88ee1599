import {fileURLToPath} from 'node:url';
import {buildEmbed} from '../build.ts';

const chunk = (name: string): string => fileURLToPath(new URL(`stubs/${name}.ts`, import.meta.url));

/** The real loader with elements that are no more than what a test needs to see. */
export async function buildStubs(outputFolder: string): Promise<void> {
  await buildEmbed({
    outputFolder,
    chunks: {
      shared: chunk('shared'),
      'initiative-map': chunk('initiative-map'),
      provider: chunk('provider'),
      'partner-directory': chunk('broken'),
    },
  });
}
