import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { type RawBuilder, sql } from 'kysely';
import { type ContestName, contestName } from '#lib/contest';
import { type PersonName, personName } from '#lib/identity';
import { Clock, localDate } from '#lib/kernel';
import { PUBLIC_TEXTS, type PublicText, type Track } from '#domain/contest';
import { InitiativePorts, areaName } from '#lib/initiative';
import { Database, isThere, rowById } from '#lib/platform';
import { type UnitName, unitName } from '#lib/units';
import { type AdoptionState } from '../domain/adoption-states.js';
import { type PlatformService } from '../domain/platform-services.js';
import { adoptionsAsOf } from './adoptions-as-of.js';

export interface PublicRelative {
  readonly id: string;
  readonly receiptNumber: string | null;
  readonly title: string;
  readonly year: number;
}

export interface PublicPrize {
  readonly awardId: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly track: Track | null;
  readonly rank: number | null;
  readonly amount: number;
  readonly decisionNumber: string | null;
  readonly decidedOn: string | null;
  readonly revokedAt: string | null;
}

export interface PublicAdoption {
  readonly unit: UnitName;
  readonly state: AdoptionState;
  readonly since: string;
  readonly confirmed: boolean | null;
}

export interface PublicRolloutOf {
  readonly id: string;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly decisionNumber: string | null;
  readonly decidedOn: string | null;
  readonly startedOn: string;
  readonly service: PlatformService | null;
  readonly adoptions: readonly PublicAdoption[];
}

/** What everybody may read of an initiative that has a prize or is rolled out. */
export interface PublicInitiativeRead {
  readonly id: string;
  readonly receiptNumber: string | null;
  readonly title: string;
  readonly track: Track | null;
  readonly contest: ContestName;
  readonly unit: UnitName;
  readonly area: { readonly id: string; readonly areaCode: string; readonly nameVi: string; readonly nameEn: string };
  readonly authors: readonly { readonly person: PersonName; readonly share: string }[];
  /** Of those that its rule book lets be public, in their order; none otherwise. */
  readonly texts: readonly { readonly kind: PublicText; readonly text: string }[];
  readonly prizes: readonly PublicPrize[];
  readonly rollout: PublicRolloutOf | null;
  readonly grewFrom: readonly PublicRelative[];
  readonly grewInto: readonly PublicRelative[];
  readonly illustrative: boolean;
}

/** An initiative as a citizen reads it, and where it is in use. */
@Injectable()
export class PublicInitiativeQueries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ports: InitiativePorts,
  ) {}

  onModuleInit(): void {
    this.ports.registerPublicTexts(PUBLIC_TEXTS_OF);
  }

  /** One statement; null where it is not public, or is not. */
  publicInitiative(id: string): Promise<PublicInitiativeRead | null> {
    if (!isUUID(id)) return Promise.resolve(null);
    const adoptions = adoptionsAsOf(localDate(this.clock.now()), sql`a.rollout_id = r.id`);
    return this.database.first(sql<PublicInitiativeRead>`
      select i.id, i.code as "receiptNumber", i.title, i.track, (i.illustrative or c.illustrative) as illustrative,
        ${contestName(sql`c`)} as contest, ${unitName(sql`u`)} as unit,
        ${areaName(sql`a`)} as area,
        ${listOf(sql`select ${personName(sql`p`)} as person, ia.share::text as share from initiative_author ia
          join person p on p.id = ia.person_id where ia.initiative_id = i.id order by ia."order"`)} as authors,
        ${listOf(sql`select said.kind, said.text from (values ${sql.join(PUBLIC_TEXTS.map((kind, at) => sql`(${kind}::text, ${at}::int, ${TEXTS[kind]})`))})
          as said (kind, place, text) where said.text <> '' and ${PUBLIC_BY_BOOK} @> to_jsonb(said.kind) order by said.place`)} as texts,
        ${listOf(sql`select w.id as "awardId", t.name_vi as "nameVi", t.name_en as "nameEn", t.track, w.rank, w.amount,
          coalesce(w.replacement_number, d.number) as "decisionNumber", coalesce(w.replacement_decided_on, d.decided_on)::text as "decidedOn",
          w.revoked_at as "revokedAt" from award w join award_decision d on d.id = w.decision_id join prize_tier t on t.id = w.tier_id
          where w.initiative_id = i.id and d.state = 'PUBLISHED' order by w.id`)} as prizes,
        (select json_build_object('id', r.id, 'titleVi', r.title_vi, 'titleEn', r.title_en, 'decisionNumber', r.decision_number,
          'decidedOn', r.decided_on::text, 'startedOn', r.started_on::text, 'service', r.service, 'adoptions', ${listOf(sql`
            select ${unitName(sql`n`)} as unit, s.state, s.since::text as since, s.confirmed from ${adoptions} s join unit n on n.id = s.unit_id
            where s.basis <> 'EXEMPT' order by n.code, n.id`)})
          from rollout r where r.initiative_id = i.id) as rollout,
        ${relatives(sql`l.initiative_id = i.id`, sql`l.earlier_id`)} as "grewFrom", ${relatives(sql`l.earlier_id = i.id`, sql`l.initiative_id`)} as "grewInto"
      from initiative i join contest c on c.id = i.contest_id join unit u on u.id = i.owner_id join reform_area a on a.id = i.area_id
      where i.id = ${id} and ${isPublic(sql`i`)}`);
  }
}

/** With a prize that was published, or rolled out: of both the title was made public with it. */
const isPublic = (i: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`(
  ${isThere(sql`select 1 from award w cross join ${rowById('award_decision', sql`w.decision_id`)} d where w.initiative_id = ${i}.id and d.state = 'PUBLISHED'`)}
  or ${isThere(sql`select 1 from rollout r where r.initiative_id = ${i}.id`)})`;

const TEXTS: Readonly<Record<PublicText, RawBuilder<string>>> = {
  PROBLEM: sql`i.problem`,
  SOLUTION: sql`i.solution`,
  NOVELTY: sql`i.novelty`,
  EFFECT: sql`i.effect`,
  INFLUENCE: sql`i.influence`,
};

/** The texts that the rule book in force names; none where there is no book, as of a past year. */
const PUBLIC_BY_BOOK = sql`coalesce((select b.content->'publicText' from rule_book b where b.contest_id = c.id order by b.number desc limit 1), '[]'::jsonb)`;

const ifPublic = (kind: PublicText) => sql`case when ${PUBLIC_BY_BOOK} ? ${sql.lit(kind)} then ${TEXTS[kind]} end`;

/** The same as an object, the title with it; null where the initiative is not public. */
const PUBLIC_TEXTS_OF = sql`case when ${isPublic(sql`i`)} then json_build_object('title', i.title, 'problem', ${ifPublic('PROBLEM')},
  'solution', ${ifPublic('SOLUTION')}, 'novelty', ${ifPublic('NOVELTY')}, 'effect', ${ifPublic('EFFECT')}) end`;

const listOf = (rows: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`coalesce((select json_agg(row_to_json(x)) from (${rows}) x), '[]'::json)`;

/** What it improves on, or what improves on it, where that is public too. */
const relatives = (where: RawBuilder<unknown>, other: RawBuilder<unknown>): RawBuilder<unknown> =>
  listOf(sql`select o.id, o.code as "receiptNumber", o.title, oc.year from initiative_link l join initiative o on o.id = ${other} join contest oc on oc.id = o.contest_id
    where ${where} and l.verdict = 'IMPROVES' and ${isPublic(sql`o`)} order by oc.year, o.id limit 50`);
