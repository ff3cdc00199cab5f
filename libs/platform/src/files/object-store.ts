import { type Readable } from 'node:stream';

/** Leave to put one object at one key, given to a browser. */
export interface UploadOrder {
  readonly key: string;
  /** The only `Content-Type` the object may be sent with. */
  readonly contentType: string;
  /** The most bytes that will be taken. */
  readonly maxSize: number;
  readonly expiresInSeconds: number;
}

/**
 * What a browser does with the leave: `PUT` sends the file as the body with `headers`; `POST` sends a multipart form of `fields`
 * with the file last, in the field `file`.
 */
export interface SignedUpload {
  readonly url: string;
  readonly method: 'PUT' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
}

/** Leave to read one object, given to a browser; it is always saved, never shown, under `fileName`. */
export interface DownloadOrder {
  readonly key: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly expiresInSeconds: number;
}

/** An object as the store knows it. */
export interface StoredObject {
  readonly key: string;
  readonly size: number;
  readonly modifiedAt: Date;
}

/**
 * Where files lie. Uploads arrive at `incoming/<uuid>`, are checked at `checking/<uuid>`, and are kept at `files/<sha-256>`; a row elsewhere says whose they are.
 * Keys are made by the server, never by a person.
 */
export abstract class ObjectStore {
  /** Makes the folder or bucket where there is none. Done once, when a server starts. */
  abstract prepare(): Promise<void>;
  /** Rejects, with a sentence for the log, when objects cannot be written and read now. */
  abstract health(): Promise<void>;

  abstract presignUpload(order: UploadOrder): Promise<SignedUpload>;
  abstract presignDownload(order: DownloadOrder): Promise<string>;

  /** Puts an object from inside the server: seeds, generated documents. Replaces what is there. */
  abstract put(key: string, content: Readable | Buffer, contentType: string): Promise<StoredObject>;
  /** What is at the key, or null. */
  abstract stat(key: string): Promise<StoredObject | null>;
  /** The bytes at the key. Refuses `FILE_NOT_UPLOADED` when there are none. */
  abstract open(key: string): Promise<Readable>;

  /**
   * Copies the object, and makes the copy as new as now, so that no sweep takes it for an old one.
   * Refuses `FILE_NOT_UPLOADED` when there is nothing at `from`.
   */
  abstract copy(from: string, to: string): Promise<void>;
  /** Removes what is at the key; nothing there is no error. */
  abstract remove(key: string): Promise<void>;

  /** The objects whose key begins with `prefix` and that were last written before `olderThan`. */
  abstract list(prefix: string, olderThan: Date): AsyncIterable<StoredObject>;
  /** Removes what an upload that broke off before `olderThan` left behind below the level of keys. Returns how many. */
  abstract sweepUnfinished(olderThan: Date): Promise<number>;

  /** Copies, then removes the original: a crash in between leaves both, never neither. */
  async move(from: string, to: string): Promise<void> {
    await this.copy(from, to);
    await this.remove(from);
  }
}
