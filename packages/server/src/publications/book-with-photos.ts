import {EPub, type Content, type Options} from 'epub-gen-memory';

/** A book whose photos are at hand: the library itself would ask the network for them. */
export class BookWithPhotos extends EPub {
  readonly #photos: ReadonlyMap<string, Buffer>;

  constructor(options: Options, content: Content, photos: ReadonlyMap<string, Buffer>) {
    super(options, content);
    this.#photos = photos;
  }

  protected override async downloadAllImages(): Promise<void> {
    for (const {url, id, extension} of this.images) {
      const photo = this.#photos.get(url);
      if (!photo) throw new Error(`The book has no photo for ${url}.`);
      this.zip.file(`OEBPS/images/${id}.${extension}`, photo);
    }
  }
}
