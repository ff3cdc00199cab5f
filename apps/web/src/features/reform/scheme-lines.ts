import { type SchemeShown } from './scheme.query';

interface CriterionTyped {
  readonly criterionCode: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly maximum: string;
  readonly comparableWithId: string | null;
}

export interface FieldTyped {
  readonly criterionCode: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly criteria: CriterionTyped[];
}

/** Ids of criteria of the scheme before, by their numbers. */
export type OlderCriteria = ReadonlyMap<string, string>;

const MAXIMUM = /^\d{1,4}([.,]\d{1,2})?$/;

/**
 * A scheme as it is copied from a sheet. A line of three parts is a field, one of four or five a criterion: number, names, maximum, number of
 * the criterion of the scheme before. `wrong` is the place of the first line that is neither.
 */
export function fieldsOf(text: string, older: OlderCriteria): { readonly fields: readonly FieldTyped[]; readonly wrong: number | null } {
  const fields: FieldTyped[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [criterionCode = '', nameVi = '', nameEn = '', maximum, same] = line.split(/\t|;/).map((part) => part.trim());
    const field = fields.at(-1);
    const comparableWithId = same ? older.get(same) : null;
    if (maximum === undefined || maximum === '') fields.push({ criterionCode, nameVi, nameEn, criteria: [] });
    else if (field && MAXIMUM.test(maximum) && comparableWithId !== undefined)
      field.criteria.push({ criterionCode, nameVi, nameEn, maximum: maximum.replace(',', '.'), comparableWithId });
    else return { fields, wrong: at };
    if (criterionCode === '' || nameVi === '' || nameEn === '') return { fields, wrong: at };
  }
  return { fields, wrong: null };
}

/** The other way round. */
export function linesOf({ fields }: Pick<SchemeShown, 'fields'>, older: OlderCriteria): string {
  const codes = new Map([...older].map(([code, id]) => [id, code]));
  return fields
    .flatMap(({ criteria, ...field }) => [
      [field.criterionCode, field.nameVi, field.nameEn].join('; '),
      ...criteria.map((one) =>
        [
          one.criterionCode,
          one.nameVi,
          one.nameEn,
          one.maximum,
          ...(one.comparableWithId ? [codes.get(one.comparableWithId) ?? ''] : []),
        ].join('; '),
      ),
    ])
    .join('\n');
}
