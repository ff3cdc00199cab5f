import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type PresentationRule } from '#domain/contest';
import { seesContest } from '#lib/contest';
import { type PersonName, personName } from '#lib/identity';
import { type InitiativeName, initiativeName } from '#lib/initiative';
import { type Actor, Clock, type Words } from '#lib/kernel';
import { Database, type Reason, Rereads } from '#lib/platform';
import { endsOf, plannedStart } from '../../domain/presentation/draw.js';
import { nowAndNext, whyNotDraw, whyNotEnd, whyNotSkip, whyNotStart } from '../../domain/presentation/policies.js';
import { toldUntil } from '../../domain/round/deadline.js';
import { type RoundState } from '../../domain/round/round.entity.js';
import { judgingScope } from '#lib/jury';
import { IN_ROUND, isSignedAs } from '../common/scope.js';

/** A drawing of the order: who has the codes and the seed can draw it again. */
export interface DrawRow {
  readonly number: number;
  readonly seed: number;
  /** In the order drawn. */
  readonly receiptNumbers: readonly string[];
  readonly reason: string | null;
  readonly drawnAt: string;
}

export const SLOT_STATES = ['WAITING', 'PRESENTING', 'PRESENTED'] as const;
export type SlotState = (typeof SLOT_STATES)[number];

/** What people call the states of a presentation. */
export const SLOT_STATE_WORDS: Readonly<Record<SlotState, Words>> = {
  WAITING: { vi: 'chờ đến lượt', en: 'waiting for its turn' },
  PRESENTING: { vi: 'đang thuyết trình', en: 'under way' },
  PRESENTED: { vi: 'đã thuyết trình', en: 'over' },
};

interface Slot {
  readonly id: string;
  readonly version: number;
  readonly place: number;
  /** Null for who came in since the draw. */
  readonly drawnPlace: number | null;
  readonly initiative: InitiativeName;
  readonly eligible: boolean;
  readonly skipReason: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
}

/** A place of the order, to whoever presents: `place` counts from 1 among those who still take part. */
export interface OrderPlace extends Pick<Slot, 'id' | 'initiative' | 'place' | 'drawnPlace'> {
  readonly state: SlotState;
  readonly plannedAt: Date | null;
}

/** The order of a round's presentations; `id` is the round's. */
export interface PresentationOrderRow {
  readonly id: string;
  readonly presentMinutes: number;
  readonly questionMinutes: number;
  readonly draws: readonly DrawRow[];
  readonly places: readonly OrderPlace[];
  readonly presentingUntil: Date | null;
  readonly questionsUntil: Date | null;
}

export interface PanelJudge {
  readonly judge: PersonName;
  readonly signed: boolean;
}

export interface PanelSlot extends Omit<Slot, 'startedAt' | 'endedAt'> {
  readonly state: SlotState;
  readonly plannedAt: Date | null;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  /** Those with a card of it: who has signed, and nothing of what is on it. */
  readonly judges: readonly PanelJudge[];
  readonly canStart: boolean;
  readonly canEnd: boolean;
  readonly canSkip: boolean;
}

/** What the secretary has before them while a round is presented; `id` is the round's. */
export interface PresentationPanelRow {
  readonly id: string;
  readonly now: Date;
  readonly presentation: PresentationRule | null;
  readonly draws: readonly DrawRow[];
  readonly slots: readonly PanelSlot[];
  readonly currentSlotId: string | null;
  readonly presentingUntil: Date | null;
  readonly questionsUntil: Date | null;
  readonly canDraw: boolean;
  readonly whyNotDraw: Reason;
}

interface Head {
  readonly id: string;
  readonly roundState: RoundState;
  readonly presentation: PresentationRule | null;
  readonly startsAt: string | null;
  readonly draws: readonly DrawRow[];
}
type PanelRecord = Head & { readonly slots: readonly (Slot & { readonly judges: readonly PanelJudge[] })[] };

const SLOT = sql`s.id, s.version, s.place, s.drawn_place as "drawnPlace", ${initiativeName(sql`i`)} as initiative, (${IN_ROUND}) as eligible,
  s.skip_reason as "skipReason", s.started_at as "startedAt", s.ended_at as "endedAt"`;
const FROM_SLOT = sql`presentation_slot s join initiative i on i.id = s.initiative_id where s.draw_id = drawn.id`;
/** Of round `r`, `drawn` being the draw in force. */
const HEAD = sql`r.id, r.state as "roundState", r.rule->'presentation' as presentation, drawn.starts_at as "startsAt",
  (select coalesce(json_agg(json_build_object('number', d.number, 'seed', d.seed, 'reason', d.reason, 'drawnAt', d.drawn_at, 'receiptNumbers',
      (select json_agg(i.code order by s.drawn_place) from presentation_slot s join initiative i on i.id = s.initiative_id
        where s.draw_id = d.id and s.drawn_place is not null))
      order by d.number), '[]') from presentation_draw d where d.round_id = r.id) as draws`;
const DRAWN = sql`left join presentation_draw drawn on drawn.round_id = r.id and drawn.superseded_at is null`;
const judgesAs = (
  told: Date,
) => sql`(select coalesce(json_agg(json_build_object('judge', ${personName(sql`p`)}, 'signed', ${isSignedAs(told)}) order by c.id), '[]')
  from scorecard c join person p on p.id = c.judge_id where c.round_id = r.id and c.initiative_id = i.id and c.state <> 'EXCUSED')`;

/** The presentations of a round: their order for everyone of the contest, and the panel for who runs them. */
@Injectable()
export class PresentationQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** To who runs the judging. */
  @Rereads('PresentationPanel')
  async panel(actor: Actor, roundId: string): Promise<PresentationPanelRow | null> {
    const found = await this.database.first(sql<PanelRecord>`
      select ${HEAD}, (select coalesce(json_agg(one order by one.place), '[]') from (select ${SLOT}, ${judgesAs(toldUntil(this.clock.now()))} as judges from ${FROM_SLOT}) one) as slots
      from round r join contest ct on ct.id = r.contest_id ${DRAWN} where r.id = ${roundId} and ${judgingScope(actor, 'round:manage')}`);
    return found && asPanel(found, this.clock.now());
  }

  /** To who may know of the contest, once it was drawn: by the drawing the organisers say who presents. */
  async order(actor: Actor, roundId: string): Promise<PresentationOrderRow | null> {
    const found = await this.database.first(sql<Head & { slots: readonly Slot[] }>`
      select ${HEAD}, (select coalesce(json_agg(one order by one.place), '[]') from (select ${SLOT} from ${FROM_SLOT}) one) as slots
      from round r join contest c on c.id = r.contest_id ${DRAWN}
      where r.id = ${roundId} and drawn.id is not null and ${seesContest(actor)}`);
    return found && asOrder(found);
  }
}

function asPanel({ id, presentation, roundState, slots, draws, startsAt }: PanelRecord, now: Date): PresentationPanelRow {
  const facts = { asked: presentation !== null, roundState };
  const timed = slotsWithTimes(slots, { presentation, startsAt });
  const current = nowAndNext(slots).now;
  // Drawn again it would take a reason, which is no obstacle.
  const whyNot = whyNotDraw({ ...facts, slots, reason: '' });
  return {
    ...{ id, now, presentation, draws },
    slots: timed.map((slot) => ({
      ...slot,
      canStart: !whyNotStart(slot, slots, facts),
      canEnd: !whyNotEnd(slot),
      canSkip: !whyNotSkip(slot, slots, facts),
    })),
    currentSlotId: current?.id ?? null,
    ...endsNow(slots, presentation),
    canDraw: !whyNot,
    whyNotDraw: whyNot,
  };
}

/** Until when whoever presents now may speak, and be asked. */
function endsNow(
  slots: readonly Slot[],
  presentation: PresentationRule | null,
): Pick<PresentationOrderRow, 'presentingUntil' | 'questionsUntil'> {
  const { startedAt } = nowAndNext(slots).now ?? {};
  const ends = startedAt && presentation ? endsOf(new Date(startedAt), presentation) : null;
  return { presentingUntil: ends?.presentingUntil ?? null, questionsUntil: ends?.questionsUntil ?? null };
}

function asOrder({ id, presentation, slots, draws, startsAt }: Head & { slots: readonly Slot[] }): PresentationOrderRow {
  const taking = slots.filter(({ eligible }) => eligible);
  return {
    id,
    presentMinutes: presentation?.presentMinutes ?? 0,
    questionMinutes: presentation?.questionMinutes ?? 0,
    draws,
    ...endsNow(slots, presentation),
    places: slotsWithTimes(taking, { presentation, startsAt }).map((slot, at) => {
      const { id: slotId, initiative, drawnPlace, state, plannedAt } = slot;
      return { id: slotId, initiative, drawnPlace, state, plannedAt, place: at + 1 };
    }),
  };
}

/** In their order; an initiative that is out takes no time. */
function slotsWithTimes<S extends Slot>(slots: readonly S[], { presentation, startsAt }: Pick<Head, 'presentation' | 'startsAt'>) {
  let before = 0;
  return slots.map((slot) => {
    const plannedAt = startsAt && presentation && slot.eligible ? plannedStart(new Date(startsAt), before, presentation) : null;
    if (slot.eligible) before += 1;
    return { ...slot, plannedAt, state: stateOf(slot), startedAt: momentOf(slot.startedAt), endedAt: momentOf(slot.endedAt) };
  });
}

function stateOf({ startedAt, endedAt }: Slot): SlotState {
  if (endedAt) return 'PRESENTED';
  return startedAt ? 'PRESENTING' : 'WAITING';
}

function momentOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
