import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock, type Page, type PageArgs, type WhyNot, localDate, pageAs } from '#lib/kernel';
import { Database, Rereads } from '#lib/platform';
import { type ResetState } from '../domain/factor-reset.entity.js';
import { type Standing, reachesPerson } from '../domain/reach.js';
import { whyNotSecond } from '../domain/second-person.js';
import { handOf, leadsUnit } from './hand.scope.js';
import { type PersonName, personName } from './person-name.js';
import { readablePerson, standingOf } from './person.scope.js';

export interface FactorResetRead {
  readonly id: string;
  readonly person: PersonName;
  readonly state: ResetState;
  readonly reason: string;
  readonly proposedByName: string | null;
  readonly proposedAt: Date;
  readonly decidedAt: Date | null;
  readonly version: number;
  readonly canConfirm: boolean;
  readonly whyNotConfirm: WhyNot;
  readonly canRefuse: boolean;
}

interface ResetRow extends Omit<FactorResetRead, 'canConfirm' | 'whyNotConfirm' | 'canRefuse'> {
  readonly standing: Standing;
  readonly isMerged: boolean;
  /** Who proposed it; null where it does not wait, or the machine did. */
  readonly first: { readonly id: string; readonly hand: readonly string[] } | null;
  readonly readersHand: readonly string[];
}

/** Reads of resets, for those who decide on them. */
@Injectable()
export class FactorResetQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those that wait for a second person. */
  async factorResets(actor: Actor, page: PageArgs): Promise<Page<FactorResetRead>> {
    const found = await this.database.page<ResetRow>(
      {
        columns: this.columns(actor),
        from: sql`${RESET} join person p on p.id = r.person_id`,
        where: sql`r.state = 'PROPOSED' and r.person_id <> ${actor.id} and ${readablePerson(actor, 'grant:confirm')}`,
        order: [{ column: sql`r.id`, key: 'id', type: 'uuid' }],
        dress: { key: sql`r.id`, from: sql`${RESET} on r.id = page.key ${this.people()}` },
      },
      page,
    );
    return pageAs(found, (node) => shownTo(actor, node));
  }

  @Rereads('FactorReset')
  async factorReset(actor: Actor, id: string): Promise<FactorResetRead | null> {
    const row = await this.database.first(
      sql<ResetRow>`select ${this.columns(actor)} from ${RESET} ${this.people()} where r.id = ${id} and ${readablePerson(actor, 'grant:confirm')}`,
    );
    return row && shownTo(actor, row);
  }

  /** Whom it is about and where they stand, and who proposed it. */
  private people(): RawBuilder<unknown> {
    return sql`join person p on p.id = r.person_id left join person b on b.id = r.proposed_by
      left join lateral (select json_agg(made.id) as hand from ${handOf(sql`b.id`)} made) behind on ${WAITS} and b.id is not null
      cross join lateral (select ${standingOf(localDate(this.clock.now()))}::jsonb as standing) stood`;
  }

  private columns(actor: Actor): RawBuilder<unknown> {
    const day = localDate(this.clock.now());
    const places = sql`jsonb_array_elements(stood.standing->'unitIds' || case when (stood.standing->>'outside')::boolean then stood.standing->'hostIds' else '[]' end) place (id)`;
    const leads = leadsUnit(sql`${actor.id}::uuid`, sql`(place.id #>> '{}')::uuid`, day);
    return sql`${COLUMNS}, stood.standing, p.merged_into_id is not null as "isMerged",
      case when ${WAITS} then json_build_object('id', r.proposed_by, 'hand', behind.hand) end as first,
      case when not ${WAITS} then '[]'::json when (select bool_and(${leads}) from ${places}) then json_build_array(${actor.id}::uuid)
        else (select json_agg(made.id) from ${handOf(sql`${actor.id}`)} made) end as "readersHand"`;
  }
}

const RESET = sql`factor_reset r`;
const WAITS = sql<boolean>`(r.state = 'PROPOSED' and r.proposed_by is not null)`;
const COLUMNS = sql`r.id, ${personName(sql`p`)} as person, r.state, r.reason, b.full_name as "proposedByName",
  r.proposed_at as "proposedAt", r.decided_at as "decidedAt", r.version`;

/** The rules of the acts, on the facts of the row. */
function shownTo(actor: Actor, { standing, isMerged, first, readersHand, ...row }: ResetRow): FactorResetRead {
  const decides = first !== null && row.person.id !== actor.id && !isMerged && reachesPerson(actor, 'grant:confirm', standing);
  const why = decides
    ? whyNotSecond({
        first: { id: first.id, hand: new Set(first.hand) },
        second: { id: actor.id, hand: new Set(readersHand) },
        about: row.person.id,
      })
    : null;
  return { ...row, canConfirm: decides && why === null, whyNotConfirm: why, canRefuse: decides };
}
