import { type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** What documents that were parsed and found valid may keep of the memory together, in bytes. */
const MEMORY = 12 * 1024 * 1024;

/** What one keeps: measured at 62 to 90 bytes a letter, and rounded up. */
const BYTES = { document: 2_000, letter: 100 } as const;

/** Documents that need not be parsed and validated again, up to a bound of memory; the least recently used goes first. */
export class DocumentStore {
  private readonly documents = new LRUCache<string, DocumentNode>({
    maxSize: MEMORY,
    sizeCalculation: ({ loc }) => BYTES.document + (loc?.source.body.length ?? 0) * BYTES.letter,
  });

  get(key: string): Promise<DocumentNode | undefined> {
    return Promise.resolve(this.documents.get(key));
  }

  set(key: string, document: DocumentNode): Promise<void> {
    this.documents.set(key, document);
    return Promise.resolve();
  }

  delete(key: string): Promise<boolean> {
    return Promise.resolve(this.documents.delete(key));
  }
}
