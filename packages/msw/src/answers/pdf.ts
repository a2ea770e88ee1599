/** A file of the right form that says what it is of; how it looks is the server's to say. */
export function emptyPdf(title: string): string {
  return `%PDF-1.7\n% ${title}\n%%EOF\n`;
}
