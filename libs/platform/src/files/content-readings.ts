import { Injectable, Logger } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock, Refused } from '#lib/kernel';
import { Database } from '../database/database.js';
import { type Act } from '../database/unit-of-work.js';
import { openFile } from '../opener/open-file.js';
import { isPassing } from '../refusals/passing.js';
import { Every } from '../worker/handlers.js';
import { kindOfType } from './file-kinds.js';
import { keptKey } from './key.js';
import { ObjectStore } from './object-store.js';
import { type ContentLook, READ_FAMILIES } from './read-content.js';

interface Waiting {
  readonly sha256: string;
  readonly contentType: string;
}

/** So many texts are folded in one statement: at their longest it takes some seconds. */
const AT_ONCE = 20;

/** In whose turn the platform itself opens files. */
const READER = 'files.read';

/** Reads what was kept, each content once, beside what people wait for: its text for showing and finding, a picture in small. */
@Injectable()
export class ContentReadings {
  private readonly logger = new Logger('Files');

  constructor(
    private readonly database: Database,
    private readonly store: ObjectStore,
    private readonly clock: Clock,
  ) {}

  /** Has a content read soon, as part of the act that keeps it. */
  async ask({ em }: Act, { sha256, contentType }: Waiting): Promise<void> {
    if (!READ_FAMILIES.has(kindOfType(contentType)?.family ?? '')) return;
    await sql`insert into content_reading (sha256, content_type) values (${sha256}, ${contentType}) on conflict do nothing`.execute(
      em.getKysely(),
    );
  }

  @Every('files.read', 5)
  async read(signal?: AbortSignal): Promise<void> {
    for (let after = ''; !signal?.aborted;) {
      const next = await this.database.first(sql<Waiting>`
        select sha256, content_type as "contentType" from content_reading where read_at is null and sha256 > ${after} order by sha256 limit 1`);
      if (!next) return;
      after = next.sha256;
      await this.keep(next, await this.lookAt(next));
    }
  }

  /** Texts that were read before they were searched are folded little by little, beside what people wait for. */
  @Every('files.fold', 60)
  async fold(signal?: AbortSignal): Promise<void> {
    for (let folded = AT_ONCE; folded === AT_ONCE && !signal?.aborted;) {
      const rows = await this.database.rows(sql`update content_reading r set folded = fold_text(r.text) from (
        select sha256 from content_reading where text is not null and folded is null order by sha256 limit ${AT_ONCE} for update skip locked) unfolded
        where unfolded.sha256 = r.sha256 returning r.sha256`);
      folded = rows.length;
    }
  }

  /** What passes is thrown, and the content waits for another turn. */
  private async lookAt({ sha256, contentType }: Waiting): Promise<ContentLook | string> {
    try {
      return await openFile('read', { person: READER, order: { contentType }, content: () => this.store.open(keptKey(sha256)) });
    } catch (error) {
      if (isPassing(error)) throw error;
      if (!(error instanceof Refused)) this.logger.error('A content could not be read', { sha256, error: String(error) });
      return error instanceof Refused ? error.code : 'FILE_DAMAGED';
    }
  }

  private async keep({ sha256 }: Waiting, found: ContentLook | string): Promise<void> {
    const look = typeof found === 'string' ? { text: null, thumbnail: null, refused: found } : { ...found, refused: null };
    const thumbnail = look.thumbnail && Buffer.from(look.thumbnail);
    await this.database
      .rows(sql`update content_reading set text = ${look.text}, folded = fold_text(${look.text}), thumbnail = ${thumbnail}, refused = ${look.refused},
      read_at = ${this.clock.now()} where sha256 = ${sha256} and read_at is null`);
  }
}
