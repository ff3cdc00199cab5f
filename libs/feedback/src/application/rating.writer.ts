import { Inject, Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import { Clock, Refused, localDate, randomId } from '#lib/kernel';
import { CONFIG, type Config, Database, PREPARED, Unrecorded } from '#lib/platform';
import { usualOf } from '../domain/burst.js';
import { type Form, type RatingSaid, readRating } from '../domain/rating-policy.js';
import { plainSlip, slipHash } from '../domain/slip.entity.js';
import { weekOf } from '../domain/weeks.js';
import { type Burst, BurstWatch, type Noted } from './burst-watch.js';
import { isOpen } from './counter.rows.js';

export interface RateOrder {
  readonly counterCode: string;
  readonly form: Form;
  /** Who counts as one asker; null where that cannot be known. */
  readonly network: string | null;
  /** The browser says that somebody rated here with it within ten minutes. */
  readonly ratedJustNow: boolean;
}

/** From one network at one counter within ten minutes: beyond it nothing is written any more. */
const MOST_OF_A_NETWORK = 3000;

/** Slips that were none of one network within ten minutes. */
const MOST_GUESSES = 20;
const GUESSES_MS = 600_000;

/** Long enough that a burst costs one question, short enough that it is today's. */
const USUAL_MS = 600_000;
const DAYS_OF_USUAL = 20;

type Asker = Pick<Noted, 'counterCode' | 'network'>;

interface Written {
  readonly counterId: string | null;
  readonly written: boolean;
}

/**
 * Takes a citizen's rating: the one write that leaves no trace of its moment (ADR 45). No id is in an order; who watches bursts forgets within ten
 * minutes; and what is written is a day.
 */
@Injectable()
export class RatingWriter {
  private readonly watch = new BurstWatch();
  private readonly guesses = new LRUCache<string, number>({ max: 50_000, ttl: GUESSES_MS, noUpdateTTL: true, ttlAutopurge: true });
  private readonly usual = new LRUCache<string, number>({ max: 10_000, ttl: USUAL_MS });

  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Takes it once, however often it is sent; of a device that rated here within ten minutes nothing more. Refuses a form that is none, a counter
   * that is not open, a slip that is not good, and who sends or guesses without end.
   */
  async rate(order: RateOrder): Promise<void> {
    const said = readRating(order.form);
    if (order.ratedJustNow) return;
    const at = this.clock.now();
    const asker: Asker = { counterCode: order.counterCode.trim().toUpperCase(), network: order.network };
    if (this.watch.count({ ...asker, at }) >= MOST_OF_A_NETWORK) throw tooMany();
    const slip = said.slip === null ? null : this.slipOf(asker, said.slip);
    const [row] = await this.unrecorded.write(insertRating({ code: asker.counterCode, slip, said, today: localDate(at) }));
    const counterId = row?.counterId;
    if (!counterId) throw new Refused('COUNTER_NOT_OPEN');
    if (row.written) await this.look({ ...asker, counterId, submissionId: said.submissionId, at });
    else if (slip !== null && !(await this.wasSent(said))) throw this.guessed(asker);
  }

  private async look(noted: Noted & { readonly counterId: string }): Promise<void> {
    const found = await this.watch.note(noted, () => this.usualAt(noted.counterId));
    if (found) await this.hold(noted, found);
  }

  /** Its hash; of what can be no slip it is one that no slip has. */
  private slipOf(asker: Asker, typed: string): string {
    if ((this.guesses.get(guesser(asker)) ?? 0) >= MOST_GUESSES) throw tooMany();
    const code = plainSlip(typed);
    return code === null ? '' : slipHash(this.config.secret, code);
  }

  private guessed(asker: Asker): Refused {
    this.guesses.set(guesser(asker), (this.guesses.get(guesser(asker)) ?? 0) + 1);
    return new Refused('SLIP_NOT_GOOD', {}, 'slip');
  }

  /** It was written by the first of two that came at once, which also used the slip. */
  private async wasSent({ submissionId }: RatingSaid): Promise<boolean> {
    return (await this.database.first(sql`select 1 from rating where submission_id = ${submissionId}`)) !== null;
  }

  private async usualAt(counterId: string): Promise<number> {
    const known = this.usual.get(counterId);
    if (known !== undefined) return known;
    const row = await this.database.first(sql<{ ratings: number | null }>`
      select avg(d.ratings)::float8 as ratings from (
        select ratings from rating_day where counter_id = ${counterId} order by day desc limit ${sql.lit(DAYS_OF_USUAL)}) d`);
    const usual = usualOf(row?.ratings ?? null);
    this.usual.set(counterId, usual);
    return usual;
  }

  /** Holds what is in the burst, fives as well as ones, and says of the burst when and how many. The log hears of it when the day is over. */
  private async hold({ counterId, at }: { counterId: string; at: Date }, { burst, held }: { burst: Burst; held: string[] }): Promise<void> {
    const { id, startedAt, endedAt, ratings, usual, network } = burst;
    await this.unrecorded.write(sql`
      with held as (
        update rating set standing = 'HELD', rule = 'BURST' where submission_id = any(${held}::uuid[]) and standing = 'COUNTED'),
      hold as (
        insert into rating_hold (id, counter_id, day) values (${randomId()}, ${counterId}, ${localDate(at)})
        on conflict (counter_id, day) where verdict is null do update set day = excluded.day returning id)
      insert into rating_burst (id, hold_id, started_at, ended_at, network, ratings, usual)
      select ${id}, hold.id, ${startedAt}::timestamptz, ${endedAt}::timestamptz, ${network}::text, ${ratings}::int, ${usual}::float8 from hold
      on conflict (id) do update set hold_id = excluded.hold_id, started_at = excluded.started_at, ended_at = excluded.ended_at,
        network = excluded.network, ratings = excluded.ratings`);
  }
}

/** Whose guesses are counted; where networks are not known, those at the counter. */
const guesser = ({ network, counterCode }: Asker): string => network ?? counterCode;

const tooMany = (): Refused => new Refused('TOO_MANY_REQUESTS', { seconds: GUESSES_MS / 1000 });

interface ToInsert {
  readonly code: string;
  /** The hash of a slip; null where none was given. */
  readonly slip: string | null;
  readonly said: RatingSaid;
  readonly today: string;
}

/** One statement: the counter is looked up, the slip used up, rating and comment written, or nothing of it. */
function insertRating({ code, slip, said, today }: ToInsert): RawBuilder<Written> {
  const { submissionId, level, reasons, comment } = said;
  const used = sql`, used as (
    delete from slip_code s using slip_batch b, place p where s.hash = ${slip} and b.id = s.batch_id and b.counter_id = p.id
      and b.expires_on >= ${today}::date returning 1)`;
  const words = sql`, words as (
    insert into rating_comment (id, rating_id, text, week)
    select ${randomId()}::uuid, w.id, ${comment}::text, ${weekOf(today)}::date from written w)`;
  return sql<Written>`
    with place as (
      select c.id, c.field from counter c join unit u on u.id = c.unit_id where c.code = ${code} and ${isOpen(today)})
    ${slip === null ? sql`` : used}, written as (
      insert into rating (id, submission_id, counter_id, field, level, reasons, day, tier, standing)
      select ${randomId()}::uuid, ${submissionId}::uuid, p.id, p.field, ${level}::int, ${[...reasons]}::text[], ${today}::date,
        ${slip === null ? 'OPEN' : 'SLIP'}::text, 'COUNTED' from place p ${slip === null ? sql`` : sql`where exists (select 1 from used)`}
      on conflict (submission_id) do nothing returning id)
    ${comment === null ? sql`` : words}
    select (select p.id from place p) as "counterId", exists (select 1 from written) as written ${PREPARED}`;
}
