import { type Readable } from 'node:stream';
import { type FastifyInstance } from 'fastify';
import { type Refusals } from '../refusals/refusals.js';
import { type ByteRange } from './byte-range.js';
import { type Part, type UploadTry } from './upload-parts.js';

/** Leave to read one object, given to a browser; it is always saved, never shown, under `fileName`. */
export interface DownloadOrder {
  readonly key: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly expiresInSeconds: number;
}

/** Leave to send one part, given to a browser. */
export interface PartOrder {
  readonly upload: UploadTry;
  readonly part: Part;
  readonly expiresInSeconds: number;
}

/** An object as the store knows it. */
export interface StoredObject {
  readonly key: string;
  readonly size: number;
  readonly modifiedAt: Date;
}

/**
 * Where files lie. An upload comes in parts, is put together at `incoming/<uuid>`, looked at there, and kept at `files/<sha-256>`;
 * a row elsewhere says whose it is. Keys are made by the server, never by a person.
 */
export abstract class ObjectStore {
  /** Makes the folder or bucket where there is none. Done once, when a server starts. */
  abstract prepare(): Promise<void>;
  /** Rejects, with a sentence for the log, when objects cannot be written and read now. */
  abstract health(): Promise<void>;
  /** Serves the addresses that it signs, where no server of its own does. */
  abstract serve(fastify: FastifyInstance, refusals: Refusals): void;

  /** Makes a place for the parts of an upload; the answer is its `token`. */
  abstract begin(key: string, contentType: string): Promise<string>;
  /**
   * The address to which a browser puts the bytes of one part, exactly so many. The same part may be sent again: the last whole one
   * counts. Once the upload was put together or given up, nothing sent to the address is taken.
   */
  abstract presignPart(order: PartOrder): Promise<string>;
  /** The parts that are there, whole or of another size: all once it was put together, null where there is no such upload any more. */
  abstract arrived(upload: UploadTry): Promise<readonly Pick<Part, 'number' | 'size'>[] | null>;
  /**
   * Makes one object of the parts, at the upload's key. From then on no address changes it. Done already is no error.
   * Refuses `FILE_NOT_UPLOADED` where nothing came, and `FILE_NOT_WHOLE` where a part is missing.
   */
  abstract assemble(upload: UploadTry): Promise<void>;
  /** Forgets the upload, its parts and what was put together of them; not knowing it is no error. */
  abstract giveUp(upload: UploadTry): Promise<void>;

  abstract presignDownload(order: DownloadOrder): Promise<string>;

  /** Puts an object from inside the server: seeds, generated documents. Replaces what is there. */
  abstract put(key: string, content: Readable | Buffer, contentType: string): Promise<StoredObject>;
  /** What is at the key, or null. */
  abstract stat(key: string): Promise<StoredObject | null>;
  /** The bytes at the key, all of them or those of the range. Refuses `FILE_NOT_UPLOADED`, or of a kept file `FILE_LOST`, when there are none. */
  abstract open(key: string, range?: ByteRange): Promise<Readable>;

  /**
   * Copies the object, and makes the copy as new as now, so that no sweep takes it for an old one.
   * Refuses as `open` does when there is nothing at `from`.
   */
  abstract copy(from: string, to: string): Promise<void>;
  /** Removes what is at the key; nothing there is no error. */
  abstract remove(key: string): Promise<void>;

  /** The objects whose key begins with `prefix`. */
  abstract list(prefix: string): AsyncIterable<StoredObject>;
  /**
   * Removes the parts of uploads that have had none since `olderThan`, and what broke off below the level of keys. One step for each that
   * was looked at: true where it was removed, an error where that failed, which keeps the others from nothing.
   */
  abstract sweepUnfinished(olderThan: Date): AsyncIterable<boolean | Error>;
}
