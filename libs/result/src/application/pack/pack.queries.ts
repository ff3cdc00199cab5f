import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, type Page, type PageArgs } from '#lib/kernel';
import { Database, FileLinks, Rereads, UnitOfWork } from '#lib/platform';
import { type PackedVersion } from '../../domain/pack/result-pack.entity.js';
import { ResultPorts } from '../result/result.ports.js';
import { judgingScope } from '#lib/jury';

interface PackFile {
  readonly id: string;
  readonly contestId: string;
  readonly format: number;
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  readonly rounds: readonly PackedVersion[];
  readonly finalNumber: number | null;
  readonly prizesNumber: number | null;
  readonly madeAt: Date;
}

export interface ResultPackRow extends PackFile {
  readonly fileId: string;
}

/** The pack of a published contest, with an address that anyone may read it at for a while. */
export interface PublicResultPackRow extends PackFile {
  readonly url: string;
  readonly expiresAt: Date;
}

const COLUMNS = sql`k.id, k.contest_id as "contestId", k.file_id as "fileId", k.format, k.sha256, k.size::float8 as size, k.rounds,
  k.final_number as "finalNumber", k.prizes_number as "prizesNumber", k.made_at as "madeAt"`;
const FROM = sql`result_pack k join contest ct on ct.id = k.contest_id`;
const NEWEST_FIRST = [
  { column: sql`k.made_at`, key: 'madeAt', type: 'timestamptz', descending: true },
  { column: sql`k.id`, key: 'id', type: 'uuid', descending: true },
] as const;

@Injectable()
export class PackQueries {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly links: FileLinks,
    private readonly ports: ResultPorts,
  ) {}

  /** To those who see the standings. */
  @Rereads('ResultPack')
  resultPack(actor: Actor, id: string): Promise<ResultPackRow | null> {
    return this.database.first(
      sql<ResultPackRow>`select ${COLUMNS} from ${FROM} where k.id = ${id} and ${judgingScope(actor, 'standings:read')}`,
    );
  }

  /** All that were made, newest first. */
  resultPacks(actor: Actor, args: PageArgs & { readonly contestId: string }): Promise<Page<ResultPackRow>> {
    const where = sql`k.contest_id = ${args.contestId} and ${judgingScope(actor, 'standings:read')}`;
    return this.database.page<ResultPackRow>({ columns: COLUMNS, from: FROM, where, order: NEWEST_FIRST }, args);
  }

  /**
   * The newest pack of a contest, once its result is published and where its rule book gives it to everyone; null otherwise, and while
   * the pack of the present result is still being made. That somebody with an account took it is logged.
   */
  async publicResultPack(actor: Actor | null, contestId: string): Promise<PublicResultPackRow | null> {
    const prizes = await this.ports.publishedNumber(contestId);
    const row = await this.database.first(sql<ResultPackRow>`
      select ${COLUMNS} from ${FROM} join contest_result v on v.contest_id = ct.id and v.superseded_at is null and v.number = k.final_number and k.prizes_number is not distinct from ${prizes}::int
      where ct.id = ${contestId} and ct.phase in ('PUBLISHED', 'ARCHIVED') and (
        select (b.content->>'publicPack')::boolean from rule_book b where b.contest_id = ct.id order by b.number desc limit 1)
      order by k.made_at desc, k.id desc limit 1`);
    const link = row && (await this.links.openLink(row.fileId));
    if (!link) return null;
    if (actor) {
      await this.work.act(actor, 'publicResultPack', ({ record }) => {
        record({ subject: { type: 'ResultPack', id: row.id }, after: { downloaded: true } });
        return Promise.resolve();
      });
    }
    return { ...row, ...link };
  }
}
