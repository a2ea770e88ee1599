import {fileURLToPath} from 'node:url';
import {serve} from '@buurtkit/server';
import {contentSecurityPolicy} from './content-security-policy.ts';

await serve({site: {folder: fileURLToPath(new URL('site', import.meta.url)), contentSecurityPolicy}, seed: 'always'});
