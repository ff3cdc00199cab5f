import { LockMode } from '@mikro-orm/core';
import { type EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { AwardDecision } from '#domain/award';
import { type Influence } from '#domain/initiative';
import { takesPart } from '#lib/initiative';
import { Refused } from '#lib/kernel';
import { isRecorded } from '#lib/recognition';
import { type Earned, recognisedFields } from '../domain/certificate-fields.js';

/** Somebody who has no certificate of a prize or of a recognition yet, and what would stand on it. */
export interface Due extends Earned {
  readonly awardId: string | null;
  readonly recognitionId: string | null;
  readonly personId: string;
}

/** Of prizes of a contest that stand, in their order. Refuses before they are published. */
export async function dueOfPrizes(em: EntityManager, contestId: string): Promise<Due[]> {
  // Held until the act ends: no prize of it is revoked meanwhile, and nobody else issues.
  const decision = await em.findOne(AwardDecision, { contest: contestId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (decision?.state !== 'PUBLISHED') throw new Refused('CERTIFICATES_NOT_YET');
  const { rows } = await sql<Due>`
    select w.id as "awardId", null as "recognitionId", ia.person_id as "personId", p.full_name as name, coalesce(own.name_vi, u.name_vi) as "unitName",
      t.name_vi as prize, i.title as initiative, c.title as contest, coalesce(w.replacement_number, d.number) as "decisionNumber",
      coalesce(w.replacement_decided_on, d.decided_on)::text as "decidedOn", (i.illustrative or c.illustrative) as illustrative
    from award w join award_decision d on d.id = w.decision_id join contest c on c.id = d.contest_id
      join initiative i on i.id = w.initiative_id join unit u on u.id = i.owner_id join prize_tier t on t.id = w.tier_id
      join initiative_author ia on ia.initiative_id = i.id join person p on p.id = ia.person_id left join unit own on own.id = p.unit_id
    where d.id = ${decision.id} and w.revoked_at is null and ${takesPart(sql`ia`)}
      and not exists (select 1 from certificate x where x.award_id = w.id and x.person_id = ia.person_id)
    order by t."order", w.rank nulls last, w.id, ia."order"`.execute(em.getKysely());
  return rows;
}

type Recognised = Omit<Due, 'recognition'> & { readonly authors: number; readonly influence: Influence; readonly benefit: string };

/** Of recognitions of initiatives of a contest whose decision is recorded, the earliest first. Refuses where there is none. */
export async function dueOfRecognitions(em: EntityManager, contestId: string): Promise<Due[]> {
  // Held likewise.
  const held = await sql`select g.id from recognition g join initiative i on i.id = g.initiative_id
    where i.contest_id = ${contestId} and ${isRecorded(sql`g`)} order by g.id for update of g`.execute(em.getKysely());
  if (held.rows.length === 0) throw new Refused('CERTIFICATES_NOT_RECOGNISED');
  const { rows } = await sql<Recognised>`
    select null as "awardId", g.id as "recognitionId", ia.person_id as "personId", p.full_name as name, coalesce(own.name_vi, u.name_vi) as "unitName",
      null as prize, i.title as initiative, null as contest, g.recognition_number as "decisionNumber", g.recognised_on::text as "decidedOn",
      (i.illustrative or c.illustrative) as illustrative, g.influence, g.benefit,
      (select count(*)::int from initiative_author o where o.initiative_id = i.id and ${takesPart(sql`o`)}) as authors
    from recognition g join initiative i on i.id = g.initiative_id join contest c on c.id = i.contest_id join unit u on u.id = i.owner_id
      join initiative_author ia on ia.initiative_id = i.id join person p on p.id = ia.person_id left join unit own on own.id = p.unit_id
    where i.contest_id = ${contestId} and ${isRecorded(sql`g`)} and ${takesPart(sql`ia`)}
      and not exists (select 1 from certificate x where x.recognition_id = g.id and x.person_id = ia.person_id)
    order by g.recognised_on, g.id, ia."order"`.execute(em.getKysely());
  return rows.map(({ authors, influence, benefit, ...due }) => ({
    ...due,
    recognition: recognisedFields({ authors, influence, benefit }),
  }));
}
