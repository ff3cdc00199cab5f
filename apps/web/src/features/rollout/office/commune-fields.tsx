import { Trans, useLingui } from '@lingui/react/macro';
import { type VariablesOf } from '../../../api/graphql';
import { type Refusal } from '../../../api/refusal';
import { CheckField } from '../../../ui/field';
import { errorAt } from '../../../ui/form';
import { named } from '../../../ui/format';
import styles from './rollout-form.module.css';
import { type UnitChoice } from './adopt.query';
import { type ADOPT_INITIATIVE } from './rollout.query';

type CommuneOrder = NonNullable<VariablesOf<typeof ADOPT_INITIATIVE>['input']['communes']>[number];
type Basis = CommuneOrder['basis'];

/** How each commune takes part; left out: required. `NONE`: not at all. */
export type TypedCommunes = Readonly<Record<string, { readonly basis: Basis | 'NONE'; readonly reason: string }>>;

const COMMUNES: readonly string[] = ['COMMUNE', 'TOWNSHIP', 'WARD'];

/** The communes below a district. */
export const communesOf = (units: readonly UnitChoice[], hostId: string | undefined): readonly UnitChoice[] =>
  units.filter(({ kind, parentId }) => COMMUNES.includes(kind) && parentId === hostId);

/** Nothing: all of them are required. */
export const sentCommunes = (typed: TypedCommunes | null, communes: readonly UnitChoice[]): CommuneOrder[] | null =>
  typed &&
  communes.flatMap(({ id }) => {
    const { basis, reason } = typed[id] ?? { basis: 'REQUIRED', reason: '' };
    return basis === 'NONE' ? [] : [{ unitId: id, basis, reason: reason.trim() || null }];
  });

interface CommunesProps {
  readonly communes: readonly UnitChoice[];
  readonly typed: TypedCommunes | null;
  readonly onChange: (typed: TypedCommunes | null) => void;
  readonly refusal: Refusal | null;
}

/** Which communes are expected: all, or each as it is said here. */
export function CommuneFields({ communes, typed, onChange, refusal }: CommunesProps) {
  const { t } = useLingui();
  const sent = sentCommunes(typed, communes) ?? [];
  const errorOf = (id: string, name: string) => {
    const at = sent.findIndex(({ unitId }) => unitId === id);
    return at < 0 ? null : (errorAt(refusal, `communes.${String(at)}.${name}`) ?? null);
  };
  return (
    <>
      <CheckField
        label={t`Mọi xã, thị trấn của huyện đều bắt buộc áp dụng`}
        name="communes"
        checked={typed === null}
        error={errorAt(refusal, 'communes')}
        onChange={(all) => {
          onChange(all ? null : {});
        }}
      />
      {typed !== null && (
        <table className={styles.communes}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Xã, thị trấn</Trans>
              </th>
              <th scope="col">
                <Trans>Diện</Trans>
              </th>
              <th scope="col">
                <Trans>Lý do, cần khi miễn</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {communes.map((unit) => {
              const one = typed[unit.id] ?? { basis: 'REQUIRED' as const, reason: '' };
              const name = named(unit);
              const error = errorOf(unit.id, 'reason') ?? errorOf(unit.id, 'unitId');
              return (
                <tr key={unit.id}>
                  <th scope="row">{name}</th>
                  <td>
                    <select
                      aria-label={t`Diện của ${name}`}
                      value={one.basis}
                      onChange={(event) => {
                        onChange({ ...typed, [unit.id]: { ...one, basis: event.target.value as Basis | 'NONE' } });
                      }}
                    >
                      <option value="REQUIRED">{t`bắt buộc`}</option>
                      <option value="VOLUNTARY">{t`tự nguyện`}</option>
                      <option value="EXEMPT">{t`được miễn`}</option>
                      <option value="NONE">{t`không tham gia`}</option>
                    </select>
                  </td>
                  <td>
                    <input
                      aria-label={t`Lý do của ${name}`}
                      aria-invalid={error ? true : undefined}
                      value={one.reason}
                      onChange={(event) => {
                        onChange({ ...typed, [unit.id]: { ...one, reason: event.target.value } });
                      }}
                    />
                    {error && <p role="alert">{error}</p>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </>
  );
}
