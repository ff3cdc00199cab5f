import { Trans, useLingui } from '@lingui/react/macro';
import { type Refusal } from '../../../api/refusal';
import { Button } from '../../../ui/button';
import { SelectField, TextField } from '../../../ui/field';
import { errorAt } from '../../../ui/form';
import { Icon } from '../../../ui/icon';
import { ChevronDown, ChevronUp, Plus, Trash } from '../../../ui/icons';
import styles from './rollout-form.module.css';
import { type IndicatorOrder, type RolloutRead } from './rollout.query';

/** An indicator as it is typed. `at` tells one from another while they are moved. */
export interface TypedIndicator {
  readonly at: string;
  readonly key: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly unitVi: string;
  readonly unitEn: string;
  readonly direction: IndicatorOrder['direction'];
  readonly aggregation: IndicatorOrder['aggregation'];
  readonly kind: NonNullable<IndicatorOrder['kind']> | '';
  readonly target: string;
  readonly baseline: string;
}

let made = 0;
const fresh = (): string => {
  made += 1;
  return `new-${String(made)}`;
};

export const blankIndicator = (): TypedIndicator => ({
  at: fresh(),
  ...{ key: '', nameVi: '', nameEn: '', unitVi: '', unitEn: '', kind: '', target: '', baseline: '' },
  direction: 'UP',
  aggregation: 'SUM',
});

const comma = (decimal: string | null): string => decimal?.replace('.', ',') ?? '';
const point = (typed: string): string | null =>
  typed
    .trim()
    .replaceAll(/\.(?=\d{3}(\D|$))/g, '')
    .replace(',', '.') || null;

export const typedIndicators = (read: RolloutRead['indicators']): readonly TypedIndicator[] =>
  read.map(({ id, key, nameVi, nameEn, unitVi, unitEn, direction, aggregation, kind, target, baseline }) => ({
    at: id,
    ...{ key, nameVi, nameEn, unitVi, unitEn, direction, aggregation, kind },
    target: comma(target),
    baseline: comma(baseline),
  }));

/** As the API takes it: what stays as it was, or as is usual, is left out. */
export const sentIndicators = (typed: readonly TypedIndicator[]): IndicatorOrder[] =>
  typed.map(({ key, nameVi, nameEn, unitVi, unitEn, direction, aggregation, kind, target, baseline }) => ({
    ...{ key, nameVi, nameEn, unitVi, unitEn, direction, aggregation },
    kind: kind || null,
    target: point(target),
    baseline: point(baseline),
  }));

interface FieldsProps {
  readonly typed: readonly TypedIndicator[];
  readonly onChange: (typed: readonly TypedIndicator[]) => void;
  readonly refusal: Refusal | null;
}

/** What is counted of a roll-out, in the order in which communes are asked for it. */
export function IndicatorFields({ typed, onChange, refusal }: FieldsProps) {
  const move = (from: number, to: number) => {
    const next = [...typed];
    next.splice(to, 0, ...next.splice(from, 1));
    onChange(next);
  };
  return (
    <>
      {typed.map((one, at) => (
        <fieldset key={one.at} className={styles.indicator}>
          <legend>
            <Trans>Chỉ tiêu {at + 1}</Trans>
          </legend>
          <OneIndicator
            typed={one}
            path={`indicators.${String(at)}`}
            refusal={refusal}
            change={(patch) => {
              onChange(typed.map((other) => (other === one ? { ...one, ...patch } : other)));
            }}
          />
          <div className={styles.acts}>
            <Button
              size="small"
              shut={at === 0}
              onClick={() => {
                move(at, at - 1);
              }}
            >
              <Icon of={ChevronUp} />
              <Trans>Lên</Trans>
            </Button>
            <Button
              size="small"
              shut={at === typed.length - 1}
              onClick={() => {
                move(at, at + 1);
              }}
            >
              <Icon of={ChevronDown} />
              <Trans>Xuống</Trans>
            </Button>
            <Button
              size="small"
              onClick={() => {
                onChange(typed.filter((other) => other !== one));
              }}
            >
              <Icon of={Trash} />
              <Trans>Bỏ chỉ tiêu này</Trans>
            </Button>
          </div>
        </fieldset>
      ))}
      <p>
        <Button
          onClick={() => {
            onChange([...typed, blankIndicator()]);
          }}
        >
          <Icon of={Plus} />
          <Trans>Thêm chỉ tiêu</Trans>
        </Button>
      </p>
    </>
  );
}

interface OneProps {
  readonly typed: TypedIndicator;
  readonly path: string;
  readonly refusal: Refusal | null;
  readonly change: (patch: Partial<TypedIndicator>) => void;
}

function OneIndicator({ typed, path, refusal, change }: OneProps) {
  const { t } = useLingui();
  const field = (name: Exclude<keyof TypedIndicator, 'at'>) => ({
    name: `${path}.${name}`,
    value: typed[name],
    error: errorAt(refusal, `${path}.${name}`),
    onChange: (value: string) => {
      change({ [name]: value });
    },
  });
  return (
    <div className={styles.grid}>
      <TextField label={<Trans>Tên chỉ tiêu</Trans>} {...field('nameVi')} />
      <TextField label={<Trans>Tên tiếng Anh</Trans>} lang="en" {...field('nameEn')} />
      <TextField label={<Trans>Đơn vị tính</Trans>} {...field('unitVi')} />
      <TextField label={<Trans>Đơn vị tính, tiếng Anh</Trans>} lang="en" {...field('unitEn')} />
      <TextField label={<Trans>Mã</Trans>} hint={<Trans>Chữ thường, số, dấu chấm, ví dụ: qr.luot</Trans>} {...field('key')} />
      <SelectField label={<Trans>Cách cộng các kỳ</Trans>} {...field('aggregation')}>
        <option value="SUM">{t`Cộng các kỳ`}</option>
        <option value="LAST">{t`Lấy số mới nhất`}</option>
        <option value="RATIO">{t`Tỷ số của hai tổng`}</option>
      </SelectField>
      <SelectField label={<Trans>Loại số liệu</Trans>} {...field('kind')}>
        <option value="">{t`Theo đơn vị tính`}</option>
        <option value="COUNT">{t`Số đếm`}</option>
        <option value="MONEY">{t`Tiền`}</option>
        <option value="SHARE">{t`Tỷ lệ`}</option>
        <option value="DURATION">{t`Thời gian`}</option>
        <option value="SCORE">{t`Điểm`}</option>
        <option value="MEASURE">{t`Số đo`}</option>
      </SelectField>
      <SelectField label={<Trans>Chiều tốt lên</Trans>} {...field('direction')}>
        <option value="UP">{t`Càng nhiều càng tốt`}</option>
        <option value="DOWN">{t`Càng ít càng tốt`}</option>
      </SelectField>
      <TextField label={<Trans>Trước khi áp dụng</Trans>} optional inputMode="decimal" {...field('baseline')} />
      <TextField label={<Trans>Mục tiêu</Trans>} optional inputMode="decimal" {...field('target')} />
    </div>
  );
}
