import { type RawBuilder, sql } from 'kysely';
import {
  type AdoptionBasis,
  type AdoptionState,
  ADOPTION_BASIS_WORDS,
  ADOPTION_STATES,
  ADOPTION_STATE_WORDS,
  IN_USE_STATES,
} from '#domain/rollout';
import { adoptionsAsOf, isOverdue } from '#lib/rollout';
import { type PaperBlock } from '#lib/documents';
import { asSentence } from '#lib/kernel';
import { type PaperSource } from '../../domain/compose.js';
import { column, heading, numberedTable, paragraph } from './blocks.js';
import { counted, dayOf, decimal } from './wording.js';

/** A unit in a roll-out as it is on the day. */
export interface MatrixUnit {
  readonly unitId: string;
  readonly unit: string;
  readonly basis: AdoptionBasis;
  readonly state: AdoptionState;
  readonly since: string;
  /** Whether use is shown by evidence; null where it is not in use. */
  readonly confirmed: boolean | null;
  readonly overdue: boolean;
  /** Why it is exempt or where it stands, as it was said last; empty where nothing was. */
  readonly reason: string;
}

export interface MatrixRollout {
  readonly title: string;
  readonly lead: string;
  readonly startedOn: string;
  readonly dueOn: string | null;
  readonly units: readonly MatrixUnit[];
}

export interface RolloutMatrixFacts extends MatrixRollout {
  readonly initiative: string;
  readonly code: string | null;
  readonly owner: string;
  readonly illustrative: boolean;
}

export interface YearMatrixFacts {
  readonly title: string;
  readonly year: number;
  readonly rollouts: readonly MatrixRollout[];
  readonly illustrative: boolean;
}

/** Of roll-out `r`: who leads it, from when until when, and each of its units as it is on the day. */
const rolloutOn = (day: string): RawBuilder<unknown> => sql`'title', r.title_vi, 'startedOn', r.started_on, 'dueOn', r.due_on,
  'lead', (select l.name_vi from unit l where l.id = r.lead_unit_id),
  'units', coalesce((select jsonb_agg(jsonb_build_object('unitId', u.id, 'unit', u.name_vi, 'basis', s.basis, 'state', s.state, 'since', s.since,
      'confirmed', s.confirmed, 'overdue', ${isOverdue(day)}, 'reason', coalesce((select c.reason from adoption_change c
        where c.adoption_id = s.id and c.effective_on <= ${day}::date order by c.effective_on desc, c.id desc limit 1), '')) order by u.code, u.id)
    from ${adoptionsAsOf(day, sql`a.rollout_id = r.id`)} s join unit u on u.id = s.unit_id), '[]')`;

/** Of roll-out `r`, as it is on a day. */
export const rolloutMatrixFacts = (day: string): RawBuilder<RolloutMatrixFacts> => sql`(select jsonb_build_object(${rolloutOn(day)},
  'initiative', i.title, 'code', i.code, 'owner', owner.name_vi, 'illustrative', r.illustrative)
  from initiative i join unit owner on owner.id = i.owner_id where i.id = r.initiative_id)`;

/** Of contest `ct`: the roll-outs of what was entered in it that have begun on a day, the oldest first. */
export const yearMatrixFacts = (day: string): RawBuilder<YearMatrixFacts> => sql`jsonb_build_object('title', ct.title, 'year', ct.year,
  'rollouts', coalesce((select jsonb_agg(jsonb_build_object(${rolloutOn(day)}) order by r.started_on, r.id)
    from rollout r join initiative i on i.id = r.initiative_id where i.contest_id = ct.id and r.started_on <= ${day}::date), '[]'),
  'illustrative', ct.illustrative or exists (select 1 from rollout r join initiative i on i.id = r.initiative_id
    where i.contest_id = ct.id and r.illustrative and r.started_on <= ${day}::date))`;

const AS_OF = 'Tình hình triển khai tính đến';
const isExpected = ({ basis }: MatrixUnit): boolean => basis !== 'EXEMPT';
const isUsed = (one: MatrixUnit): boolean => isExpected(one) && IN_USE_STATES.includes(one.state);
const overdueOf = (units: readonly MatrixUnit[]): number => units.filter(({ overdue }) => overdue).length;

/** In per cent to one decimal, as in the matrix on the screen; a dash where nobody is expected. */
const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${decimal((Math.round((part * 1000) / whole) / 10).toFixed(1))} %`;

/** How far one initiative has come, by unit and by state. */
export function rolloutMatrix(facts: RolloutMatrixFacts): PaperSource {
  const { units, initiative, code, owner, lead, startedOn, dueOn } = facts;
  const expected = units.filter(isExpected);
  const until = dueOn ? `, hạn hoàn thành ngày ${dayOf(dueOn)}` : '';
  const states = ADOPTION_STATES.map((state) => [state, expected.filter((one) => one.state === state)] as const);
  return {
    subject: `Triển khai sáng kiến “${facts.title}”`,
    illustrative: facts.illustrative,
    lacking: units.length === 0 ? ['NO_UNITS'] : [],
    asOf: AS_OF,
    body: [
      paragraph(
        `Sáng kiến: “${initiative}”${code ? ` (mã ${code})` : ''} của ${owner}. Đơn vị đầu mối: ${lead}. Bắt đầu ngày ${dayOf(startedOn)}${until}.`,
      ),
      heading('I. TỔNG HỢP'),
      paragraph(
        `${counted(expected.length)} đơn vị áp dụng, ${counted(units.length - expected.length)} đơn vị được miễn. ${counted(expected.filter(isUsed).length)} đơn vị đang sử dụng hoặc duy trì ổn định (${share(expected.filter(isUsed).length, expected.length)}); ${counted(overdueOf(units))} đơn vị quá hạn.`,
      ),
      numberedTable(
        [column('Tình trạng', 6), column('Số đơn vị', 2, 'right'), column('Tỷ lệ', 2, 'right')],
        states
          .filter(([, those]) => those.length > 0)
          .map(([state, those]) => [
            asSentence(ADOPTION_STATE_WORDS[state].vi),
            String(those.length),
            share(those.length, expected.length),
          ]),
      ),
      heading('II. TÌNH HÌNH TỪNG ĐƠN VỊ'),
      numberedTable(
        [column('Đơn vị', 4), column('Hình thức', 2.2), column('Tình trạng', 3), column('Từ ngày', 2.2, 'center'), column('Ghi chú', 4)],
        units.map((one) => [one.unit, asSentence(ADOPTION_BASIS_WORDS[one.basis].vi), stateOf(one), dayOf(one.since), notesOf(one)]),
      ),
    ],
    annexes: [],
  };
}

const stateOf = (one: MatrixUnit): string => (isExpected(one) ? asSentence(ADOPTION_STATE_WORDS[one.state].vi) : '–');

const notesOf = ({ overdue, confirmed, reason }: MatrixUnit): string =>
  [...(overdue ? ['Quá hạn.'] : []), ...(confirmed === false ? ['Chưa có minh chứng.'] : []), reason]
    .filter((note) => note !== '')
    .join(' ');

/** Initiatives beside one another in one table: as many as words fit in the columns of. */
const ACROSS = 6;

/** All roll-outs of a year's contest: how far each is, and every unit in each. */
export function yearMatrix({ title, year, rollouts, illustrative }: YearMatrixFacts): PaperSource {
  const numbered = rollouts.map((rollout, at) => ({ ...rollout, number: at + 1 }));
  const tables = Array.from({ length: Math.ceil(numbered.length / ACROSS) }, (_, at) => numbered.slice(at * ACROSS, (at + 1) * ACROSS));
  return {
    subject: `Triển khai các sáng kiến năm ${String(year)}`,
    illustrative,
    lacking: rollouts.length === 0 ? ['NO_ROLLOUT'] : [],
    asOf: AS_OF,
    body: [
      paragraph(`${counted(rollouts.length)} sáng kiến của “${title}” được triển khai:`),
      numberedTable(
        [
          ...[column('Sáng kiến', 4.6), column('Đơn vị đầu mối', 3.2), column('Hạn', 2.7, 'center'), column('Áp dụng', 1.6, 'right')],
          ...[column('Đang sử dụng', 1.7, 'right'), column('Tỷ lệ', 1.8, 'right'), column('Quá hạn', 1.4, 'right')],
        ],
        rollouts.map(({ title: of, lead, dueOn, units }) => {
          const [expected, used] = [units.filter(isExpected).length, units.filter(isUsed).length];
          return [of, lead, dueOn ? dayOf(dueOn) : '', String(expected), String(used), share(used, expected), String(overdueOf(units))];
        }),
      ),
      paragraph('Tình trạng của từng đơn vị có trong bảng kèm theo; số ở đầu cột là số thứ tự của sáng kiến trong bảng trên.'),
    ],
    annexes: [{ title: 'Tình trạng triển khai của từng đơn vị', note: null, landscape: true, blocks: tables.map(unitsBy) }],
  };
}

function unitsBy(rollouts: readonly (MatrixRollout & { readonly number: number })[]): PaperBlock {
  const names = new Map(rollouts.flatMap(({ units }) => units.map(({ unitId, unit }) => [unitId, unit] as const)));
  const of = rollouts.map(({ units }) => new Map(units.map((one) => [one.unitId, one])));
  return numberedTable(
    [column('Đơn vị', 4), ...rollouts.map(({ number }) => column(`Sáng kiến ${String(number)}`, 3, 'center'))],
    [...names].map(([unitId, unit]) => [unit, ...of.map((units) => cellOf(units.get(unitId)))]),
  );
}

function cellOf(one: MatrixUnit | undefined): string {
  if (!one) return '–';
  if (!isExpected(one)) return asSentence(ADOPTION_BASIS_WORDS.EXEMPT.vi);
  return `${asSentence(ADOPTION_STATE_WORDS[one.state].vi)}${one.overdue ? ' (quá hạn)' : ''}`;
}
