import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Track } from '#domain/contest';
import { type InitiativeName } from '#lib/initiative';
import { type Actor, Decimal, type Page, type PageArgs, SYSTEM, pageAs } from '#lib/kernel';
import { Cursors, type Delivered, OnEvent, UnitOfWork } from '#lib/platform';
import { scalesOf } from '../../domain/result/final-standings.js';
import { type PrizeOrder, type StabilityLine } from '../../domain/result/stability.js';
import { type ClosedRoundField, ClosedRoundQueries, type PrizeName } from './closed-round.queries.js';
import { stabilityAside } from './stability-thread.js';
import { type StabilityHead, StabilityQueries } from './stability.queries.js';

/** Draws of cards for the chances of prizes. */
const REPLICATES = 1000;

export interface StabilityRow {
  readonly place: number;
  readonly initiative: InitiativeName;
  readonly rank: number | null;
  readonly best: number | null;
  readonly worst: number | null;
  readonly unrankedWithout: number;
  readonly chances: readonly { readonly key: string; readonly nameVi: string; readonly nameEn: string; readonly chance: number }[];
  readonly seed: number;
  readonly replicates: number;
}

/** How firm the places of a closed round are. Reckoned once for each version of its result, and kept with it. */
@Injectable()
export class StabilityService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: StabilityQueries,
    private readonly rounds: ClosedRoundQueries,
    private readonly cursors: Cursors,
  ) {}

  /**
   * By place. The seed is that of the result where none is given, so that asking again gives the same: what is kept. It is reckoned anew
   * where the prizes have changed or somebody has left the contest since, and for another seed, which is never kept.
   */
  async stability(actor: Actor, args: PageArgs & { readonly roundId: string; readonly seed?: number | null }): Promise<Page<StabilityRow>> {
    const head = await this.queries.head(actor, args.roundId);
    if (isOwn(head, args) && head.keptOf !== head.madeOf) await this.keep(args.roundId, head);
    return this.pageBy(actor, args, { ...head, keptOf: head.madeOf });
  }

  /** The same where nothing can be kept: for a file, which is read from one moment of the database. */
  async looked(actor: Actor, args: PageArgs & { readonly roundId: string; readonly seed?: number | null }): Promise<Page<StabilityRow>> {
    return this.pageBy(actor, args, await this.queries.head(actor, args.roundId));
  }

  private async pageBy(
    actor: Actor,
    args: PageArgs & { readonly roundId: string; readonly seed?: number | null },
    head: StabilityHead,
  ): Promise<Page<StabilityRow>> {
    const seed = args.seed ?? seedOf(head.auditHash);
    if (!isOwn(head, args) || head.keptOf !== head.madeOf) return this.reckonedPage(actor, { ...args, seed }, head);
    const page = await this.queries.lines(head.resultId, args);
    return pageAs(page, ({ track, chances, unrankedWithout, ...line }) => {
      const named = namedChances(chances ?? [], prizesOf(head, track));
      return { ...line, unrankedWithout: unrankedWithout ?? 0, chances: named, seed, replicates: REPLICATES };
    });
  }

  /** The first to look need not wait for it. */
  @OnEvent('scoring.keepStability', 'round.closed', 'result.corrected')
  async keepAtClosing({ payload: { roundId } }: Delivered<{ roundId: string }>): Promise<void> {
    const head = await this.queries.head(SYSTEM, roundId);
    if (head.keptOf !== head.madeOf) await this.keep(roundId, head);
  }

  private async keep(roundId: string, head: StabilityHead): Promise<void> {
    const found = [...(await reckon(await this.rounds.fieldOf(roundId), head, seedOf(head.auditHash))).values()];
    await this.work.act(SYSTEM, 'keepStability', async ({ em }) => {
      await sql`update standing s set best_rank = line.best, worst_rank = line.worst, unranked_without = line.unranked, chances = line.chances
        from unnest(${found.map(({ initiativeId }) => initiativeId)}::uuid[], ${found.map(({ best }) => best)}::int[], ${found.map(({ worst }) => worst)}::int[],
          ${found.map(({ unrankedWithout }) => unrankedWithout)}::int[], ${found.map(({ chances }) => JSON.stringify(chances))}::jsonb[])
          as line (initiative_id, best, worst, unranked, chances)
        where s.result_id = ${head.resultId} and s.initiative_id = line.initiative_id`.execute(em.getKysely());
      await sql`update round_result set stability_of = ${head.madeOf} where id = ${head.resultId}`.execute(em.getKysely());
    });
  }

  private async reckonedPage(
    actor: Actor,
    args: PageArgs & { readonly roundId: string; readonly seed: number },
    head: StabilityHead,
  ): Promise<Page<StabilityRow>> {
    const field = await this.rounds.field(actor, args.roundId);
    const found = await reckon(field, head, args.seed);
    const rows = field.lines.map(({ initiativeId, place, rank, track }) => {
      const { best = null, worst = null, unrankedWithout = 0, chances = [] } = found.get(initiativeId) ?? {};
      const named = namedChances(chances, prizesOf(head, track));
      return { initiativeId, place, rank, best, worst, unrankedWithout, chances: named, seed: args.seed, replicates: REPLICATES };
    });
    const page = this.cursors.pageOf(rows, args, ({ place }) => [place]);
    const named = await this.rounds.initiatives(page.edges.map(({ node }) => node.initiativeId));
    return pageAs(page, ({ initiativeId, ...line }) => ({ ...line, initiative: named(initiativeId) }));
  }
}

/** The prizes of a track, or those of a plan that has none; before the last round none is given. */
function prizesOf({ last, prizes }: StabilityHead, track: Track | null): readonly PrizeName[] {
  if (!last) return [];
  const own = prizes.filter((prize) => prize.track === track);
  return own.length > 0 ? own : prizes.filter((prize) => prize.track === null);
}

const namedChances = (chances: readonly number[], prizes: readonly PrizeName[]): StabilityRow['chances'] =>
  chances.flatMap((chance, at) => {
    const prize = prizes[at];
    return prize ? [{ key: prize.key, nameVi: prize.nameVi, nameEn: prize.nameEn, chance }] : [];
  });

/** Track by track, each with its own prizes. */
async function reckon(field: ClosedRoundField, { last, prizes }: StabilityHead, seed: number): Promise<Map<string, StabilityLine>> {
  const { rule, book, signed } = field;
  const found = new Map<string, StabilityLine>();
  const byTrack = Map.groupBy(last ? prizes : [], ({ track }) => track);
  for (const [track, own] of byTrack.size > 0 ? byTrack : [[null, []] as const]) {
    const draw = own.length > 0 ? drawOf(field, { seed, prizes: own.map(({ quantity }) => quantity), track }) : null;
    for (const line of await stabilityAside({ rule, book, signed, draw }))
      if (line.chances.length > 0 || !found.has(line.initiativeId)) found.set(line.initiativeId, line);
  }
  return found;
}

/** Prizes go to those of their track who are ranked and still in the contest, by this round alone or by all rounds with their weights. */
function drawOf(
  { rule, book, lines }: ClosedRoundField,
  { seed, prizes, track }: Pick<PrizeOrder, 'seed' | 'prizes'> & { readonly track: Track | null },
): PrizeOrder {
  const ranked = lines.filter(({ rank, eligible }) => rank !== null && eligible);
  const among = ranked.filter((line) => track === null || line.track === track).map(({ initiativeId }) => initiativeId);
  const weights =
    book.combination.kind === 'FINAL_ONLY'
      ? [{ round: rule.key, weight: 1 }]
      : scalesOf(book).map(({ key, weight, scale }) => ({ round: key, weight: scale(new Decimal(weight)).toNumber() }));
  return { seed, replicates: REPLICATES, prizes, among, weights };
}

/** Of the result's own seed, and no other that somebody has chosen. */
const isOwn = ({ auditHash }: StabilityHead, { seed }: { readonly seed?: number | null }): boolean =>
  (seed ?? null) === null || seed === seedOf(auditHash);

/** Chosen by nobody: of the audit log's head at the time of the result. */
function seedOf(auditHash: string): number {
  return Number.parseInt(auditHash.slice(0, 7) || '1', 16);
}
