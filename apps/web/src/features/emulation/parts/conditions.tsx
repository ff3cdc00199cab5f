import { Trans, useLingui } from '@lingui/react/macro';
import { type Refusal } from '../../../api/refusal';
import { Button } from '../../../ui/button';
import { CheckList } from '../../../ui/check-list';
import { TextField } from '../../../ui/field';
import { errorAt } from '../../../ui/form';
import { named, number } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Plus } from '../../../ui/icons';
import styles from '../emulation.module.css';
import { type TitleKindShown } from '../title.query';

/** A condition as it is typed. */
export interface Asking {
  readonly years: string;
  readonly kindIds: readonly string[];
}

export const NO_CONDITION: Asking = { years: '', kindIds: [] };

interface ConditionsProps {
  readonly kinds: readonly TitleKindShown[];
  readonly of: readonly Asking[];
  readonly onChange: (of: readonly Asking[]) => void;
  readonly refusal: Refusal | null;
}

/** All of them are asked for; of each, one of its titles in each of so many years in a row. */
export function Conditions({ kinds, of, onChange, refusal }: ConditionsProps) {
  const { t } = useLingui();
  const change = (at: number, to: Partial<Asking>) => {
    onChange(of.map((one, place) => (place === at ? { ...one, ...to } : one)));
  };
  return (
    <>
      {of.map((one, at) => (
        <fieldset key={at} className={styles.condition}>
          <legend>
            <Trans>Điều kiện {number(at + 1)}</Trans>
          </legend>
          <TextField
            label={<Trans>Số năm liên tục</Trans>}
            name={`links.${String(at)}.years`}
            inputMode="numeric"
            value={one.years}
            onChange={(years) => {
              change(at, { years });
            }}
            error={errorAt(refusal, `links.${String(at)}.years`)}
          />
          <CheckList
            label={<Trans>Mỗi năm đạt một trong các danh hiệu</Trans>}
            name={`links.${String(at)}.kindIds`}
            choices={kinds.map((kind) => ({ id: kind.id, label: named(kind) }))}
            chosen={one.kindIds}
            onChange={(kindIds) => {
              change(at, { kindIds });
            }}
            refusal={refusal}
          />
          {of.length > 1 && (
            <div>
              <Button
                size="small"
                aria-label={t`Bỏ điều kiện ${number(at + 1)}`}
                onClick={() => {
                  onChange(of.filter((_, place) => place !== at));
                }}
              >
                <Trans>Bỏ điều kiện này</Trans>
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <div>
        <Button
          onClick={() => {
            onChange([...of, NO_CONDITION]);
          }}
        >
          <Icon of={Plus} />
          <Trans>Thêm điều kiện</Trans>
        </Button>
      </div>
    </>
  );
}
