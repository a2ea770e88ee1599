/** The content of an answer, as long as it isn't larger than expected. */
export async function readLimited(response: Response, mostBytes: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.byteLength;
    if (length > mostBytes) throw new Error(`More than ${mostBytes} bytes came.`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
