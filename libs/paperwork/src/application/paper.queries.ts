import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { type OfficialPaper } from '#lib/documents';
import { type Actor, Clock, type Page, type PageArgs, localDate } from '#lib/kernel';
import {
  type AgeOrder,
  Awaits,
  Database,
  type FileLink,
  FileLinks,
  type OrderKey,
  type PaperFormat,
  Rereads,
  asPaper,
  byAge,
  rowById,
} from '#lib/platform';
import { judgingScope } from '#lib/jury';
import { type UnitName, unitName } from '#lib/units';
import { type PaperBasis, type StandingBasis, basesAsOf } from '../domain/bases.js';
import { type PaperGap, type PaperSource, type SourceLack, compose, gapsOf } from '../domain/compose.js';
import { type PaperState } from '../domain/paper.entity.js';
import { KIND_FACTS, type PaperKind } from '../domain/paper-kinds.js';
import { type TemplateSaid } from '../domain/paper-template.entity.js';
import { FROZEN_PAPER } from './paper-files.js';
import { paperFileAside } from './paper-file-aside.js';
import { PaperSources } from './paper-sources.js';
import { seesPaper } from './scope.js';

export interface PaperListed {
  readonly id: string;
  readonly version: number;
  readonly kind: PaperKind;
  readonly subject: string;
  readonly state: PaperState;
  readonly unit: UnitName;
  readonly contestId: string | null;
  readonly roundId: string | null;
  readonly periodId: string | null;
  readonly rolloutId: string | null;
  readonly symbol: string;
  readonly number: number | null;
  readonly signedOn: string | null;
  readonly draftedAt: string;
  readonly draftedByName: string | null;
  readonly frozenAt: string | null;
  readonly frozenHash: string | null;
  readonly templateNumber: number;
  readonly illustrative: boolean;
  readonly canManage: boolean;
}

export interface PaperRead extends PaperListed {
  /** What it was filled from changed since; null where that cannot be told for the actor, or no longer matters. */
  readonly stale: boolean | null;
  readonly gaps: readonly PaperGap[];
  /** The number that is the next of the body this year. */
  readonly nextNumber: number;
}

export interface PaperFilter extends PageArgs {
  readonly kind?: PaperKind | null;
  readonly state?: PaperState | null;
  readonly contestId?: string | null;
  readonly order?: AgeOrder | null;
}

const LATEST_DRAFT_FIRST: readonly OrderKey<PaperListed>[] = [
  { column: sql`w.drafted_at`, key: 'draftedAt', type: 'timestamptz', descending: true },
  { column: sql`w.id`, key: 'id', type: 'uuid', descending: true },
];

/** What there is for a paper before it is drafted. */
export interface PaperPreparation {
  readonly kind: PaperKind;
  readonly subject: string;
  readonly lacking: readonly SourceLack[];
  /** Whether the office has said how its papers of this kind look. */
  readonly hasTemplate: boolean;
  /** What it would lack before it could be frozen. */
  readonly gaps: readonly PaperGap[];
  /** Those of the template, as they stand today: the draft names those in force alone. */
  readonly bases: readonly StandingBasis[];
}

const COLUMNS = (
  actor: Actor,
): RawBuilder<unknown> => sql`w.id, w.version, w.kind, w.content->>'subject' as subject, w.state, ${unitName(sql`u`)} as unit,
  w.contest_id as "contestId", w.round_id as "roundId", w.period_id as "periodId", w.rollout_id as "rolloutId",
  w.content->>'symbol' as symbol, w.number, w.signed_on::text as "signedOn", w.drafted_at as "draftedAt", d.full_name as "draftedByName",
  w.frozen_at as "frozenAt", w.frozen_hash as "frozenHash", t.number as "templateNumber", (w.content->>'illustrative')::boolean as illustrative,
  w.unit_id = any(${actor.unitsFor('paper:manage')}::uuid[]) as "canManage"`;
const LOOKED_UP = sql`join ${rowById('unit', sql`w.unit_id`)} u on true left join ${rowById('person', sql`w.drafted_by_id`)} d on true
  join ${rowById('paper_template', sql`w.template_id`)} t on true`;
const PAPERS = sql`paper w ${LOOKED_UP}`;

/** Papers of the units that one may read about. */
@Injectable()
export class PaperQueries {
  constructor(
    private readonly database: Database,
    private readonly sources: PaperSources,
    private readonly links: FileLinks,
    private readonly clock: Clock,
  ) {}

  /** Whether the judging of a contest, of whose papers they could be told, is shut to somebody: for what was read of them before. */
  async isShutTo(actor: Actor, { contestId }: Pick<PaperFilter, 'contestId'>): Promise<boolean> {
    const asked = contestId ? sql`ct.id = ${contestId}` : sql`true`;
    const hosted = sql`ct.host_id = any(${actor.unitsFor('paper:read')}::uuid[])`;
    const found = sql`select 1 from contest ct where ${asked} and ${hosted} and not (${judgingScope(actor, 'paper:read')}) limit 1`;
    return (await this.database.first(found)) !== null;
  }

  /** The latest drafted first. */
  papers(actor: Actor, filter: PaperFilter): Promise<Page<PaperListed>> {
    const where = [seesPaper(actor, 'paper:read')];
    if (filter.kind) where.push(sql`w.kind = ${filter.kind}`);
    if (filter.state) where.push(sql`w.state = ${filter.state}`);
    if (filter.contestId) where.push(sql`w.contest_id = ${filter.contestId}`);
    return this.database.page<PaperListed>(
      {
        from: sql`paper w`,
        where: sql.join(where, sql` and `),
        dress: { key: sql`w.id`, from: sql`paper w on w.id = page.key ${LOOKED_UP}` },
        columns: COLUMNS(actor),
        order: byAge(LATEST_DRAFT_FIRST, filter.order),
      },
      filter,
    );
  }

  @Rereads('Paper')
  async paper(actor: Actor, id: string): Promise<PaperRead | null> {
    const day = localDate(this.clock.now());
    const year = Number(day.slice(0, 4));
    const found = await this.database.first(sql<
      PaperListed & { content: OfficialPaper; sourceHash: string; nextNumber: number; bases: readonly PaperBasis[] }
    >`select ${COLUMNS(actor)}, w.content, w.source_hash as "sourceHash", t.bases,
        (select coalesce(max(o.number), 0) + 1 from paper o where o.unit_id = w.unit_id and o.number_year = ${year}) as "nextNumber"
      from ${PAPERS} where w.id = ${id} and ${seesPaper(actor, 'paper:read')}`);
    if (!found) return null;
    const { content, sourceHash, bases, ...paper } = found;
    const source = paper.state === 'SIGNED' ? null : await this.sources.of(actor, paper.kind, aboutOf(paper));
    return {
      ...paper,
      stale: source && hashOf(source.source) !== sourceHash,
      gaps: paper.state === 'DRAFT' ? gapsOf(paper.kind, content, { template: { bases }, day }) : [],
    };
  }

  /** Frozen: it is signed on paper or by a signature of the body, and comes back to be entered with its number. */
  @Awaits({
    kind: 'paper.register',
    act: 'registerPaper',
    words: { vi: 'Lấy số và ghi sổ văn bản đã ký', en: 'Enter a signed paper in the register' },
  })
  toRegister(actor: Actor): RawBuilder<unknown> | null {
    if (actor.unitsFor('paper:manage').length === 0) return null;
    return sql`select w.id as subject_id, w.content->>'subject' as subject, w.frozen_at as since, null::timestamptz as due, null::text as who, 1 as count,
      '/papers/' || w.id as path from paper w where w.state = 'FROZEN' and ${seesPaper(actor, 'paper:manage')}`;
  }

  /** Null where there is no such contest, round, period or roll-out for the actor. */
  async paperPreparation(actor: Actor, kind: PaperKind, aboutId: string): Promise<PaperPreparation | null> {
    const found = await this.sources.of(actor, kind, aboutId);
    if (!found) return null;
    const of = { kind, subject: found.source.subject, lacking: found.source.lacking };
    const template = await this.database.first(sql<TemplateSaid>`
      select t.superior, t.issuer, t.symbol, t.place, t.addressees, t.authority, t.bases, t.closing, t.signers, t.recipients
      from paper_template t where t.unit_id = ${found.unitId} and t.kind = ${kind} order by t.number desc limit 1`);
    if (!template) return { ...of, hasTemplate: false, gaps: [], bases: [] };
    const day = localDate(this.clock.now());
    const gaps = gapsOf(kind, compose(kind, found.source, template, day), { template, day });
    return { ...of, hasTemplate: true, gaps, bases: basesAsOf(template.bases, day) };
  }

  /** As a file: the PDF as it was frozen, else the draft as it stands; null where there is no such paper for the actor. */
  async paperFile(actor: Actor, id: string, format: PaperFormat): Promise<FileLink | null> {
    const found = await this.database.first(sql<ForFile>`
      select w.kind, w.content, w.state, w.drafted_at as "draftedAt", w.frozen_hash as sha256,
             (select f.size::float8 from stored_file f where f.owner_type = ${FROZEN_PAPER} and f.owner_id = w.id and f.sha256 = w.frozen_hash limit 1) as size
      from paper w where w.id = ${id} and ${seesPaper(actor, 'paper:read')}`);
    if (!found) return null;
    const { content, state, draftedAt, sha256, size } = found;
    const name = KIND_FACTS[found.kind].words.vi;
    const shown = state === 'DRAFT' ? { ...content, draft: 'DỰ THẢO' } : content;
    const made = () => paperFileAside({ paper: shown, madeAt: new Date(draftedAt), format });
    if (format === 'PDF' && sha256 !== null && size !== null) return this.links.of({ ...asPaper(name, format), sha256, size });
    return this.links.ofPassing(await made(), asPaper(name, format));
  }
}

interface ForFile {
  readonly kind: PaperKind;
  readonly content: OfficialPaper;
  readonly state: PaperState;
  readonly draftedAt: string;
  readonly sha256: string | null;
  readonly size: number | null;
}

/** What a paper of its kind is filled from. */
export function aboutOf(paper: Pick<PaperListed, 'kind' | 'contestId' | 'roundId' | 'periodId' | 'rolloutId'>): string {
  const ids = { CONTEST: paper.contestId, ROUND: paper.roundId, PERIOD: paper.periodId, ROLLOUT: paper.rolloutId };
  return ids[KIND_FACTS[paper.kind].about] ?? '';
}

/** Of all that a source says, to tell a changed one. */
export const hashOf = (source: PaperSource): string => createHash('sha256').update(JSON.stringify(source)).digest('hex');
