import { Cursors } from '#lib/platform';

/** Of the application that is measured. */
export const SECRET = 'benchmark'.repeat(4);

export type Keys = readonly (string | number | null)[];

class OpenCursors extends Cursors {
  keysIn(cursor: string): Keys | null {
    const keys = this.opened(cursor)?.keys;
    return keys ? (JSON.parse(keys.toString()) as Keys) : null;
  }
}

const cursors = new OpenCursors({ secret: SECRET });

/** The keys of the row that a cursor of the product is of: the floor begins where the product does. */
export const keysOfProduct = (cursor: string): Keys | null => cursors.keysIn(cursor);

export const keysOfFloor = (cursor: string): Keys => JSON.parse(Buffer.from(cursor, 'base64').toString()) as Keys;
