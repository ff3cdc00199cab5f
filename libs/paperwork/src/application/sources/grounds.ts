import { type RawBuilder, sql } from 'kysely';
import { longDay } from './wording.js';

/** A document that a contest keeps of its plan or its rules, as it was entered. */
export interface GroundDocument {
  readonly kind: 'PLAN' | 'RULES';
  readonly number: string;
  readonly issuedOn: string;
  readonly title: string;
}

/** Of contest `ct`: its plan and its rules, in the order of their days. */
export const GROUND_DOCUMENTS: RawBuilder<readonly GroundDocument[]> = sql`coalesce((
  select jsonb_agg(jsonb_build_object('kind', g.kind, 'number', g.number, 'issuedOn', g.issued_on, 'title', g.title) order by g.issued_on, g.kind, g.number)
  from contest_document g where g.contest_id = ct.id and g.kind in ('PLAN', 'RULES')), '[]')`;

const NAMES: Readonly<Record<GroundDocument['kind'], string>> = { PLAN: 'Kế hoạch', RULES: 'Thể lệ' };

/** `Căn cứ Kế hoạch số 118/KH-UBND ngày 15 tháng 3 năm 2023 về tổ chức Cuộc thi`; who issued it is not known and not said. */
export function groundOf({ kind, number, issuedOn, title }: GroundDocument): string {
  const name = NAMES[kind];
  const written = `Căn cứ ${name} số ${number} ngày ${longDay(issuedOn)}`;
  const [own, rest = ''] = title.startsWith(name) ? [true, title.slice(name.length).trim()] : [false];
  if (!own) return `${written} (${title})`;
  if (rest === '') return written;
  const joins = rest.startsWith('về ') || rest.startsWith('của ') ? '' : startsLow(rest) ? 'về ' : 'của ';
  return `${written} ${joins}${rest}`;
}

const startsLow = (text: string): boolean => text.charAt(0) === text.charAt(0).toLocaleLowerCase('vi');
