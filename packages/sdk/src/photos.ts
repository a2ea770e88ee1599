import type {Photo, PhotoChanges} from './generated/types.ts';
import type {ChangeOptions, Http, RequestOptions, WriteOptions} from './http.ts';
import {queryString} from './read-http.ts';

/** What goes with a photo: which initiative it is of, what it shows, and who made it. */
export type NewPhoto = {
  /** Slug of the initiative. */
  initiative: string;
  /** What it shows, for who doesn't see it: at most 300 characters. */
  alt: Photo['alt'];
  /** Whom to thank for it: at most 120 characters. */
  credit: string;
};

/** Photos of initiatives. To change them needs a key of that initiative, of a coordinator or of an administrator. */
export type Photos = {
  /**
   * Adds a photo (JPEG, PNG, WebP or AVIF, at most 10 MiB) after those that the initiative has. What is shown is made anew, at
   * most 1600 pixels wide; where it was taken and with what camera is taken out, and the original is not kept.
   *
   * @throws {ApiError} `request.invalid` when it is no picture, has more than 50 million pixels, is the thirteenth of its
   * initiative, or a text is missing; `request.unsupported-media-type`; `request.too-large`; `auth.not-allowed`.
   * @example
   * const alt = {nl: 'De gevel, met kisten groente voor de deur.'};
   * await client.photos.add(file, {initiative: 'buurtsuper-holwierde', alt, credit: 'Anna Voorbeeld'});
   */
  add(file: Blob | Uint8Array<ArrayBuffer>, photo: NewPhoto, options?: WriteOptions): Promise<Photo>;
  /**
   * One photo.
   *
   * @throws {ApiError} `photo.not-found`.
   */
  get(id: string, options?: RequestOptions): Promise<Photo>;
  /**
   * Changes what is said of a photo, or where it stands among those of its initiative: `position` 0 is the first.
   *
   * @throws {ApiError} `revision.changed` when somebody else changed it since `ifMatch`; `photo.not-found`; `auth.not-allowed`.
   */
  change(id: string, changes: PhotoChanges, options: ChangeOptions): Promise<Photo>;
  /**
   * Takes a photo away, also its files; gives it as it was.
   *
   * @throws {ApiError} `photo.not-found`; `auth.not-allowed`.
   */
  remove(id: string, options?: WriteOptions): Promise<Photo>;
};

/** The API tells by its content what a picture is; of bytes alone it only has to be told that they are one. */
const anyPicture = 'image/jpeg';

export function photosResource(http: Http, communityPath: string): Photos {
  const path = `${communityPath}/photos`;
  const pathOf = (id: string) => `${path}/${encodeURIComponent(id)}`;
  return {
    add: (file, {initiative, alt, credit}, options) => {
      const query = queryString({initiative, altNl: alt.nl, altEn: alt.en, credit});
      const content = file instanceof Uint8Array ? new Blob([file]) : file;
      return http.upload(path + query, {content, mediaType: file instanceof Uint8Array ? anyPicture : file.type || anyPicture}, options);
    },
    get: (id, options) => http.get(pathOf(id), {}, options),
    change: (id, changes, options) => http.patch(pathOf(id), changes, options),
    remove: (id, options) => http.delete(pathOf(id), options),
  };
}
