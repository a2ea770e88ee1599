import {fileURLToPath} from 'node:url';
import {exitWith, serve} from '@buurtkit/server';
import {contentSecurityPolicy} from './content-security-policy.ts';

const folder = fileURLToPath(new URL('site', import.meta.url));
await serve({site: {folder, contentSecurityPolicy}, seed: 'always'}).catch(exitWith);
