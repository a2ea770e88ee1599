/** Whether an attribute is the address of a page, and not of a program. */
export function isUsableLink(address: string | null): boolean {
  return address === null || (URL.canParse(address, document.baseURI) && /^https?:$/.test(new URL(address, document.baseURI).protocol));
}
