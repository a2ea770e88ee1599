import {createHash} from 'node:crypto';
import sharp, {type Sharp} from 'sharp';
import {ProblemError} from '../problem-error.ts';

export type PhotoFile = {hash: Buffer; content: Buffer; width: number; height: number};

const largest = {width: 1600, height: 3200};
const smallest = {width: 640, height: 1280};
const mostPixels = 50_000_000;
const mostSeconds = 20;

// What a file is shows when it is opened, not in what the sender calls it: nothing else is opened, no SVG and no PDF.
sharp.block({operation: ['VipsForeignLoad']});
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer', 'VipsForeignLoadHeifBuffer'],
});

/**
 * A photo as it is shown, large and small: upright, in sRGB, and without anything that the camera or a program wrote in it. What
 * was sent is not kept. JPEG, since every browser and every reader of e-books shows it.
 */
export async function reEncode(bytes: Buffer): Promise<{large: PhotoFile; small: PhotoFile}> {
  try {
    const image = sharp(bytes, {limitInputPixels: mostPixels, failOn: 'error'}).timeout({seconds: mostSeconds}).autoOrient();
    return {large: await fileOf(image.clone(), largest), small: await fileOf(image.clone(), smallest)};
  } catch (cause) {
    throw new ProblemError('request.invalid', {faults: [{pointer: '#', code: isTooMany(cause) ? 'range' : 'format'}], cause});
  }
}

async function fileOf(image: Sharp, size: {width: number; height: number}): Promise<PhotoFile> {
  const {data, info} = await image
    .resize({...size, fit: 'inside', withoutEnlargement: true})
    .flatten({background: '#ffffff'})
    .jpeg({quality: 80, mozjpeg: true})
    .toBuffer({resolveWithObject: true});
  return {hash: createHash('sha256').update(data).digest(), content: data, width: info.width, height: info.height};
}

function isTooMany(cause: unknown): boolean {
  return cause instanceof Error && cause.message.includes('pixel limit');
}
