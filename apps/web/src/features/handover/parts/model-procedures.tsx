import { Trans, useLingui } from '@lingui/react/macro';
import { useAsk } from '../../../api/ask';
import { type Refusal } from '../../../api/refusal';
import { Button } from '../../../ui/button';
import { SelectField } from '../../../ui/field';
import { errorAt } from '../../../ui/form';
import { type Find, PickField, type Picked } from '../../../ui/pick-field';
import styles from '../handover.module.css';
import { FIND_PROCEDURES_OF_MODEL, type ModelRow, type Occasion } from '../model.query';
import { keysOf, useHandoverWords } from './words';

export interface TypedProcedure {
  readonly picked: Picked | null;
  readonly occasion: Occasion;
}

const NONE: TypedProcedure = { picked: null, occasion: 'BIRTH' };

export const proceduresOf = (model: ModelRow | null): readonly TypedProcedure[] =>
  model?.procedures.map(({ procedure, occasion }) => ({
    picked: { id: procedure.id, label: procedure.name, caption: procedure.procedureCode },
    occasion,
  })) ?? [NONE];

const useProcedures: Find = (search, pause) => {
  const { data, busy } = useAsk(FIND_PROCEDURES_OF_MODEL, { search }, { pause });
  const found = data?.procedures.edges.map(({ node: { id, name, procedureCode } }) => ({ id, label: name, caption: procedureCode }));
  return { found: found ?? [], busy };
};

interface Choosing {
  readonly of: readonly TypedProcedure[];
  readonly onChange: (procedures: readonly TypedProcedure[]) => void;
  readonly refusal: Refusal | null;
}

/** The procedures whose results are handed over, each with what it is about; a place that is left empty counts for nothing. */
export function ModelProcedures({ of, onChange, refusal }: Choosing) {
  const { t } = useLingui();
  const { occasions } = useHandoverWords();
  const put = (place: number, part: Partial<TypedProcedure>) => {
    onChange(of.map((one, at) => (at === place ? { ...one, ...part } : one)));
  };
  // As the input counts them.
  const pathOf = (place: number) => `procedures.${String(of.slice(0, place).filter(({ picked }) => picked).length)}`;
  return (
    <>
      {of.map(({ picked, occasion }, at) => {
        const path = picked ? pathOf(at) : `procedures.empty${String(at)}`;
        return (
          <div key={at} className={styles.procedure}>
            <PickField
              label={t`Thủ tục ${String(at + 1)}`}
              name={`${path}.procedureId`}
              value={picked}
              onChange={(next) => {
                put(at, { picked: next });
              }}
              useFind={useProcedures}
              error={errorAt(refusal, `${path}.procedureId`) ?? (at === 0 ? errorAt(refusal, 'procedures') : null)}
            />
            <SelectField
              label={t`Loại việc`}
              name={`${path}.occasion`}
              value={occasion}
              onChange={(value) => {
                put(at, { occasion: keysOf(occasions).find((one) => one === value) ?? 'OTHER' });
              }}
              error={errorAt(refusal, `${path}.occasion`)}
            >
              {keysOf(occasions).map((key) => (
                <option key={key} value={key}>
                  {occasions[key]}
                </option>
              ))}
            </SelectField>
            {of.length > 1 && (
              <Button
                size="small"
                aria-label={t`Bỏ thủ tục ${String(at + 1)}`}
                onClick={() => {
                  onChange(of.filter((_, place) => place !== at));
                }}
              >
                <Trans>Bỏ</Trans>
              </Button>
            )}
          </div>
        );
      })}
      <div>
        <Button
          size="small"
          onClick={() => {
            onChange([...of, NONE]);
          }}
        >
          <Trans>Thêm thủ tục</Trans>
        </Button>
      </div>
    </>
  );
}
