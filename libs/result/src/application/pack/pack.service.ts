import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { Contest } from '#domain/contest';
import { type Actor, Refused, newId } from '#lib/kernel';
import {
  type Act,
  type AttachLimits,
  Database,
  FileAccess,
  type FileOwner,
  FilesService,
  type PutContent,
  UnitOfWork,
} from '#lib/platform';
import { packFile } from '../../domain/pack/pack-file.js';
import { type ResultPackContent, makePack } from '../../domain/pack/pack.js';
import { ResultPack } from '../../domain/pack/result-pack.entity.js';
import { nothingToPack } from '#domain/scoring';
import { judgingScope } from '#lib/jury';
import { PackContentQueries } from './pack-content.queries.js';
import { PackQueries, type ResultPackRow } from './pack.queries.js';

const PIECE = 64 * 1024;
const JSON_TYPE = 'application/json';
/** The result of a contest does not change as often as that while a file is written. */
const MOST_TRIES = 3;

/** Makes the pack of a contest whenever its result has a new version, and answers for who may read its file. */
@Injectable()
export class PackService implements FileOwner, OnModuleInit {
  readonly type = 'resultPack';
  readonly called = 'A result pack.';
  readonly context = 'scoring';

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

  /**
   * The pack of the results in force, for what no event has made: the newest one where nothing has changed since. Refuses a contest
   * without a closed round, and cards that were signed before there were packs.
   */
  async makeResultPack(actor: Actor, { contestId }: { contestId: string }): Promise<ResultPackRow> {
    const seen = await this.database.first(
      sql`select 1 from contest ct where ct.id = ${contestId} and ${judgingScope(actor, 'round:manage')}`,
    );
    if (!seen) throw new Refused('NOT_FOUND', { what: 'Contest' });
    const { id } = await this.make(actor, contestId);
    const row = await this.packs.resultPack(actor, id);
    if (!row) throw new Refused('NOT_FOUND', { what: 'ResultPack' });
    return row;
  }

  /** Its file is put before the act that makes it the newest: where the result has changed in between, another is made. */
  async make(actor: Actor, contestId: string): Promise<{ id: string }> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const { newest, pack, file } = await this.work.act(actor, 'scoring.reckonPack', (act) => this.reckon(act, contestId));
      const put =
        newest?.sha256 === file.sha256 ? null : await this.files.putMade(actor, { ...file, contentType: JSON_TYPE }, streamOf(pack));
      const made = await this.work.act(actor, 'makeResultPack', (act) => this.keep(act, contestId, put));
      if (made) return made;
    }
    throw new Refused('BUSY');
  }

  private async reckon({ em }: Act, contestId: string): Promise<Reckoned> {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`result-pack ${contestId}`}, 0))`.execute(em.getKysely());
    const ingredients = await this.content.ingredients(contestId);
    if (!ingredients) throw nothingToPack();
    const pack = makePack(ingredients);
    const newest = await em.findOne(ResultPack, { contest: contestId }, { orderBy: { madeAt: 'desc', id: 'desc' } });
    return { pack, file: measured(pack), newest };
  }

  /** Null where the pack that was put is no longer that of the results in force. */
  private async keep(act: Act, contestId: string, put: PutContent | null): Promise<{ id: string } | null> {
    const { em, at, record } = act;
    const { newest, pack, file } = await this.reckon(act, contestId);
    if (newest?.sha256 === file.sha256) return newest;
    if (put?.sha256 !== file.sha256) return null;
    const id = newId();
    const fileName = `goi-ket-qua-${String(pack.contest.year)}-${file.sha256.slice(0, 8)}.json`;
    const { id: fileId } = await this.files.attachMade(act, put, { ownerType: this.type, ownerId: id, fileName });
    await em.persist(ResultPack.of(em.getReference(Contest, contestId), pack, { id, fileId, ...file, at })).flush();
    // What the log says of a pack is what an auditor holds the file against.
    record({ subject: { type: 'ResultPack', id }, after: { contestId, format: pack.format, ...file } });
    return { id };
  }
}

interface Reckoned {
  readonly pack: ResultPackContent;
  readonly file: Measured;
  readonly newest: ResultPack | null;
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

function streamOf(pack: ResultPackContent): Readable {
  return Readable.from(inPieces(packFile(pack)), { objectMode: false });
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
