import { crc32 } from 'node:zlib';

/** A file of an archive. */
export interface ZippedFile {
  readonly name: string;
  readonly content: Uint8Array;
}

interface Entry {
  readonly name: Buffer;
  readonly crc: number;
  readonly size: number;
  readonly offset: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Names are UTF-8. */
const UTF8 = 0x0800;
/** 1 January 1980, so that the same files give the same bytes. */
const DAY = 0x21;

/** An archive piece by piece, one file in memory at a time; nothing is packed, since what a PDF holds is packed already. */
export async function* storedZip(files: AsyncIterable<ZippedFile>): AsyncGenerator<Uint8Array> {
  const entries: Entry[] = [];
  let offset = 0;
  for await (const { name, content } of files) {
    const entry = { name: Buffer.from(name, 'utf8'), crc: crc32(content), size: content.length, offset };
    entries.push(entry);
    const head = localHead(entry);
    yield head;
    yield content;
    offset += head.length + content.length;
  }
  const heads = entries.map(centralHead);
  yield* heads;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(
    heads.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  yield end;
}

function localHead({ name, crc, size }: Entry): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(LOCAL, 0);
  facts(head, 4, { name, crc, size });
  return Buffer.concat([head, name]);
}

function centralHead({ name, crc, size, offset }: Entry): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(CENTRAL, 0);
  head.writeUInt16LE(VERSION, 4);
  facts(head, 6, { name, crc, size });
  head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, name]);
}

/** What both heads say, from the version that reads it on. */
function facts(head: Buffer, at: number, { name, crc, size }: Omit<Entry, 'offset'>): void {
  head.writeUInt16LE(VERSION, at);
  head.writeUInt16LE(UTF8, at + 2);
  head.writeUInt16LE(DAY, at + 8);
  head.writeUInt32LE(crc, at + 10);
  head.writeUInt32LE(size, at + 14);
  head.writeUInt32LE(size, at + 18);
  head.writeUInt16LE(name.length, at + 22);
}
