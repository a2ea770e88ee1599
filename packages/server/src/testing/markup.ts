/** What machines read stands in a block without any markup: it is data, and runs nothing. */
const dataBlock = /<script type="application\/ld\+json">[^<]*<\/script>/g;
/** The code for a phone's camera, which is made of squares and nothing else. */
const cameraCode =
  /<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="[\d ]+"><rect [\w ="]+\/><path fill="black" d="[Mhvz\d,-]+"\/><\/svg>/g;

/** A page's tags with the names of their attributes, as a parser sees them; what stands in text, in data and in codes does not count. */
export function markup(html: string): string {
  return (
    html
      .replaceAll(dataBlock, '')
      .replaceAll(cameraCode, '')
      .match(/<[a-z!/][^<>]*(?:"[^"]*"[^<>]*)*>/gi) ?? []
  )
    .map((tag) => tag.replaceAll(/="[^"]*"/g, '=""'))
    .join('\n');
}
