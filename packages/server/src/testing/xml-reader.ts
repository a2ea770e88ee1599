import {chromium} from 'playwright-core';
import {findChromium} from '../../../../scripts/browsers/chromium.mjs';

export type XmlElement = {name: string; namespace: string | null; attributes: Record<string, string>; text: string};
export type ReadXml = (xml: string) => Promise<XmlElement[]>;
/** Reads a page as a browser does, without running anything in it. */
export type ReadHtml = (html: string) => Promise<XmlElement[]>;

/** Reads XML as a browser does: strictly, so that one fault in it throws. Close it when done. */
export async function openXmlReader(): Promise<{readXml: ReadXml; readHtml: ReadHtml; close(): Promise<void>}> {
  const {executablePath, args} = await findChromium();
  const browser = await chromium.launch({executablePath, args});
  const page = await browser.newPage();
  const read = async (text: string, type: string) =>
    (await page.evaluate(
      `[...new DOMParser().parseFromString(${JSON.stringify(text)}, '${type}').querySelectorAll('*')].map((element) => ({
        name: element.localName,
        namespace: element.namespaceURI,
        attributes: Object.fromEntries([...element.attributes].map(({name, value}) => [name, value])),
        text: element.textContent,
      }))`,
    )) as XmlElement[];
  const readXml: ReadXml = async (xml) => {
    const elements = await read(xml, 'application/xml');
    const fault = elements.find(({name}) => name === 'parsererror');
    if (fault) throw new Error(`${fault.text}\n${xml.slice(0, 2000)}`);
    return elements;
  };
  return {readXml, readHtml: (html) => read(html, 'text/html'), close: () => browser.close()};
}
