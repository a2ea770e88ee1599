import {chromium} from 'playwright-core';
import {findChromium} from '../../../../scripts/browsers/chromium.mjs';

export type XmlElement = {name: string; namespace: string | null; attributes: Record<string, string>; text: string};
export type ReadXml = (xml: string) => Promise<XmlElement[]>;

/** Reads XML as a browser does: strictly, so that one fault in it throws. Close it when done. */
export async function openXmlReader(): Promise<{readXml: ReadXml; close(): Promise<void>}> {
  const {executablePath, args} = await findChromium();
  const browser = await chromium.launch({executablePath, args});
  const page = await browser.newPage();
  const readXml: ReadXml = async (xml) => {
    const read = (await page.evaluate(
      `[...new DOMParser().parseFromString(${JSON.stringify(xml)}, 'application/xml').querySelectorAll('*')].map((element) => ({
        name: element.localName,
        namespace: element.namespaceURI,
        attributes: Object.fromEntries([...element.attributes].map(({name, value}) => [name, value])),
        text: element.textContent,
      }))`,
    )) as XmlElement[];
    const fault = read.find(({name}) => name === 'parsererror');
    if (fault) throw new Error(`${fault.text}\n${xml.slice(0, 2000)}`);
    return read;
  };
  return {readXml, close: () => browser.close()};
}
