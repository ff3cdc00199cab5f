import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { Contest } from '#domain/contest';
import { type Actor, Refused, SYSTEM, newId } from '#lib/kernel';
import {
  type Act,
  type AttachLimits,
  Database,
  type Delivered,
  FileAccess,
  type FileOwner,
  FilesService,
  OnEvent,
  UnitOfWork,
} from '#lib/platform';
import { type ResultPackContent, makePack, packFile } from '../../domain/pack/pack.js';
import { ResultPack } from '../../domain/pack/result-pack.entity.js';
import { judgingScope } from '../scope.js';
import { PackContentQueries } from './pack-content.queries.js';
import { PackQueries, type ResultPackRow } from './pack.queries.js';

const PIECE = 64 * 1024;

/** Makes the pack of a contest whenever its result has a new version, and answers for who may read its file. */
@Injectable()
export class PackService implements FileOwner, OnModuleInit {
  readonly type = 'resultPack';
  private readonly logger = new Logger('ResultPack');

  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly content: PackContentQueries,
    private readonly packs: PackQueries,
    private readonly files: FilesService,
    private readonly access: FileAccess,
  ) {}

  onModuleInit(): void {
    this.access.register(this);
  }

  /** Nobody attaches anything to a pack. */
  limitsFor(): Promise<AttachLimits> {
    return Promise.reject(new Refused('NOT_FOUND'));
  }

  async mayRead(actor: Actor, packId: string): Promise<boolean> {
    return (await this.packs.resultPack(actor, packId)) !== null;
  }

  /** What cannot be packed stays without a pack, so that whoever asks for it is told why. */
  @OnEvent('scoring.makePack', 'round.closed', 'result.corrected', 'result.chairVoted')
  async onResult({ payload: { contestId } }: Delivered<{ contestId: string }>): Promise<void> {
    try {
      await this.make(SYSTEM, contestId);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.logger.warn({ contestId, code: error.code });
    }
  }

  /**
   * The pack of the results in force, for what no event has made: the newest one where nothing has changed since. Refuses a contest
   * without a closed round, and cards that were signed before there were packs.
   */
  makeResultPack(actor: Actor, { contestId }: { contestId: string }): Promise<ResultPackRow> {
    return this.work.act(actor, 'makeResultPack', async () => {
      const seen = await this.database.first(
        sql`select 1 from contest ct where ct.id = ${contestId} and ${judgingScope(actor, 'round:manage')}`,
      );
      if (!seen) throw new Refused('NOT_FOUND', { what: 'Contest' });
      const row = await this.packs.resultPack(actor, await this.make(actor, contestId));
      if (!row) throw new Refused('NOT_FOUND', { what: 'ResultPack' });
      return row;
    });
  }

  private make(actor: Actor, contestId: string): Promise<string> {
    return this.work.act(actor, 'makeResultPack', async (act) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`result-pack ${contestId}`}, 0))`.execute(act.em.getKysely());
      const ingredients = await this.content.ingredients(contestId);
      if (!ingredients) throw new Refused('PACK_NOTHING_CLOSED');
      const pack = makePack(ingredients);
      const file = measured(pack);
      const newest = await act.em.findOne(ResultPack, { contest: contestId }, { orderBy: { madeAt: 'desc', id: 'desc' } });
      return newest?.sha256 === file.sha256 ? newest.id : this.keep(act, pack, file);
    });
  }

  private async keep(act: Act, pack: ResultPackContent, file: Measured): Promise<string> {
    const { em, at, record } = act;
    const { id: contestId, year } = pack.contest;
    const id = newId();
    const fileName = `goi-ket-qua-${String(year)}-${file.sha256.slice(0, 8)}.json`;
    const order = { ownerType: this.type, ownerId: id, fileName, contentType: 'application/json', ...file };
    const { id: fileId } = await this.files.keepMade(act, order, Readable.from(inPieces(packFile(pack)), { objectMode: false }));
    await em.persist(ResultPack.of(em.getReference(Contest, contestId), pack, { id, fileId, ...file, at })).flush();
    // What the log says of a pack is what an auditor holds the file against.
    record({ subject: { type: 'ResultPack', id }, after: { contestId, format: pack.format, ...file } });
    return id;
  }
}

interface Measured {
  readonly sha256: string;
  readonly size: number;
}

function measured(pack: ResultPackContent): Measured {
  const hash = createHash('sha256');
  let size = 0;
  for (const piece of inPieces(packFile(pack))) {
    hash.update(piece);
    size += piece.length;
  }
  return { sha256: hash.digest('hex'), size };
}

/** Few large pieces instead of many small ones. */
function* inPieces(texts: Iterable<string>): Generator<Buffer> {
  let waiting = '';
  for (const text of texts) {
    waiting += text;
    if (waiting.length < PIECE) continue;
    yield Buffer.from(waiting, 'utf8');
    waiting = '';
  }
  if (waiting !== '') yield Buffer.from(waiting, 'utf8');
}
