// Makes the picture in the README from a server that runs: npm start, then npm run screenshots.
import {chromium} from 'playwright-core';
import {findChromium} from './browsers/chromium.mjs';

const origin = process.env['BUURTKIT_PUBLIC_URL'] ?? 'http://127.0.0.1:8787';
const {executablePath, args} = await findChromium();
const browser = await chromium.launch({executablePath, args});
const page = await browser.newPage({viewport: {width: 1280, height: 900}, locale: 'nl-NL'});
await page.goto(origin);
await page.getByText('16 initiatieven').first().waitFor();
await page.waitForLoadState('networkidle');
await page.screenshot({path: 'docs/images/example.png'});
await browser.close();
