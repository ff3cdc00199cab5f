import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type PersonName, personName } from '#lib/identity';
import { type Actor, Clock, type Page, type PageArgs, type WhyNot, localDate, pageAs } from '#lib/kernel';
import { type AgeOrder, Database, type OrderKey, Rereads, byAge, rowById } from '#lib/platform';
import { type UnitName } from '#lib/units';
import {
  type InspectionAnswer,
  type InspectionFacts,
  type InspectionKind,
  type InspectionStanding,
  type InspectionState,
  scoreOf,
  whyNotInspect,
} from '../domain/inspection-rules.js';
import { UNIT } from './counter.rows.js';
import { isRead } from './heads.js';
import { inspectionScope, inspectionStanding } from './inspection.scope.js';

export interface InspectionMemberRead {
  readonly person: PersonName;
  readonly leads: boolean;
}

export interface InspectionItemRead {
  readonly id: string;
  readonly version: number;
  readonly question: string;
  readonly answer: InspectionAnswer | null;
  readonly remark: string | null;
  readonly canOpenAction: boolean;
}

interface InspectionRow extends InspectionStanding {
  readonly id: string;
  readonly version: number;
  readonly kind: InspectionKind;
  readonly state: InspectionState;
  readonly unit: UnitName;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly orderedByName: string;
  readonly startedAt: Date | null;
  readonly callOffReason: string | null;
  readonly conclusion: string | null;
  readonly drawnUpAt: Date | null;
  readonly teamSignerName: string | null;
  readonly teamSignedAt: Date | null;
  readonly unitSignerName: string | null;
  readonly unitSignedAt: Date | null;
  readonly signRefusal: string | null;
  readonly team: readonly InspectionMemberRead[];
  readonly items: readonly InspectionItemRead[];
  readonly illustrative: boolean;
}

export interface InspectionRead extends Omit<InspectionRow, keyof InspectionStanding> {
  readonly yes: number;
  readonly no: number;
  readonly notApplicable: number;
  readonly scorePercent: string | null;
  readonly hidden: boolean;
  readonly whyNotCallOff: WhyNot;
  readonly whyNotStart: WhyNot;
  readonly whyNotAnswer: WhyNot;
  readonly whyNotDrawUp: WhyNot;
  readonly whyNotSign: WhyNot;
  readonly whyNotRecordRefusal: WhyNot;
}

export interface InspectionFilter extends PageArgs {
  readonly states?: readonly InspectionState[] | null;
  readonly order?: AgeOrder | null;
}

/** Inspections: to offices those of their units, to teams and heads their own; a surprise that has not begun to a few. */
@Injectable()
export class InspectionQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** By the days of their decisions, the newest first. */
  async inspections(actor: Actor, { states, order, ...args }: InspectionFilter): Promise<Page<InspectionRead>> {
    const where = [inspectionScope(actor, this.today()), ...(states ? [sql<boolean>`i.state = any(${[...states]}::text[])`] : [])];
    const dress = { key: sql`i.id`, from: sql`${rowById('inspection', sql`page.key`)} i on true ${OF_UNIT}` };
    const found = { from: sql`inspection i`, where: sql.join(where, sql` and `), order: byAge(NEWEST_FIRST, order) };
    const listing = { ...found, dress, columns: this.columns(actor) };
    return pageAs(await this.database.page<InspectionRow>(listing, args), told);
  }

  @Rereads('Inspection')
  async inspection(actor: Actor, id: string): Promise<InspectionRead | null> {
    const found = await this.database.first(sql<InspectionRow>`
      select ${this.columns(actor)} from inspection i ${OF_UNIT} where i.id = ${id} and ${inspectionScope(actor, this.today())}`);
    return found && told(found);
  }

  private columns(actor: Actor): RawBuilder<unknown> {
    const today = this.today();
    const named = (column: string) => sql`(select p.full_name from person p where p.id = ${sql.ref(column)})`;
    return sql`i.id, i.version, i.kind, i.state, ${UNIT} as unit, i.decision_number as "decisionNumber", i.decided_on::text as "decidedOn",
      ${named('i.ordered_by_id')} as "orderedByName", i.started_at as "startedAt", i.call_off_reason as "callOffReason", i.conclusion,
      i.drawn_up_at as "drawnUpAt", ${named('i.team_signer_id')} as "teamSignerName", i.team_signed_at as "teamSignedAt",
      ${named('i.unit_signer_id')} as "unitSignerName", i.unit_signed_at as "unitSignedAt", i.sign_refusal as "signRefusal", i.illustrative,
      (select coalesce(json_agg(json_build_object('person', ${personName(sql`p`)}, 'leads', m.leads) order by m.place), '[]')
        from inspection_member m join person p on p.id = m.person_id where m.inspection_id = i.id) as team,
      (select coalesce(json_agg(json_build_object('id', t.id, 'version', t.version, 'question', t.question, 'answer', t.answer, 'remark', t.remark,
        'canOpenAction', coalesce(t.answer = 'NO', false) and i.state in ('MINUTES', 'CLOSED')
          and ${isRead(actor, { permission: 'action:verify', unit: sql`i.unit_id`, day: today })}) order by t.place), '[]')
        from inspection_item t where t.inspection_id = i.id) as items,
      ${inspectionStanding(actor, today)}`;
  }

  private today(): string {
    return localDate(this.clock.now());
  }
}

const NEWEST_FIRST: readonly OrderKey<InspectionRow>[] = [
  { column: sql`i.decided_on`, key: 'decidedOn', type: 'date', descending: true },
  { column: sql`i.id`, key: 'id', type: 'uuid', descending: true },
];

const OF_UNIT = sql`join unit u on u.id = i.unit_id`;

function told({ orders, inTeam, leads, heads, ...row }: InspectionRow): InspectionRead {
  const count = (answer: InspectionAnswer | null) => row.items.filter((item) => item.answer === answer).length;
  const [yes, no, notApplicable, unanswered] = [count('YES'), count('NO'), count('NA'), count(null)];
  const signatures = { teamSigned: row.teamSignedAt !== null, unitAnswered: row.unitSignedAt !== null || row.signRefusal !== null };
  const facts: InspectionFacts = { orders, inTeam, leads, heads, ...signatures, state: row.state, unanswered };
  return {
    ...row,
    ...{
      yes,
      no,
      notApplicable,
      scorePercent: unanswered === 0 ? scoreOf({ yes, no }) : null,
      hidden: row.kind === 'SURPRISE' && row.state === 'ORDERED',
    },
    whyNotCallOff: whyNotInspect(facts, 'callOff'),
    whyNotStart: whyNotInspect(facts, 'start'),
    whyNotAnswer: whyNotInspect(facts, 'answer'),
    whyNotDrawUp: whyNotInspect(facts, 'drawUp'),
    whyNotSign: whyNotInspect(facts, 'sign'),
    whyNotRecordRefusal: whyNotInspect(facts, 'recordRefusal'),
  };
}
