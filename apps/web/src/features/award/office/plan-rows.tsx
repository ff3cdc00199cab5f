import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { errorAt } from '../../../ui/form';
import { type Refusal } from '../../../api/refusal';
import styles from './past.module.css';

/** A tier of the prizes of a past contest, as it is typed. */
export interface TypedTier {
  readonly key: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly quantity: string;
  readonly amount: string;
}

export const USUAL_TIERS: readonly TypedTier[] = [
  { key: 'FIRST', nameVi: 'Giải Nhất', nameEn: 'First prize', quantity: '1', amount: '' },
  { key: 'SECOND', nameVi: 'Giải Nhì', nameEn: 'Second prize', quantity: '2', amount: '' },
  { key: 'THIRD', nameVi: 'Giải Ba', nameEn: 'Third prize', quantity: '3', amount: '' },
  { key: 'CONSOLATION', nameVi: 'Giải Khuyến khích', nameEn: 'Consolation prize', quantity: '5', amount: '' },
];

const digits = (typed: string): string => typed.replace(/[. ]/g, '') || '0';

export const sentTiers = (tiers: readonly TypedTier[]) =>
  tiers.map(({ key, nameVi, nameEn, quantity, amount }) => ({
    key,
    nameVi,
    nameEn,
    quantity: Number(digits(quantity)),
    amount: digits(amount),
  }));

/** The tiers, the highest first. */
export function PlanRows({
  tiers,
  onChange,
  refusal,
}: {
  readonly tiers: readonly TypedTier[];
  readonly onChange: (tiers: readonly TypedTier[]) => void;
  readonly refusal: Refusal | null;
}) {
  const { t } = useLingui();
  const set = (at: number, part: Partial<TypedTier>) => {
    onChange(tiers.map((tier, place) => (place === at ? { ...tier, ...part } : tier)));
  };
  return (
    <fieldset>
      <legend>
        <Trans>Cơ cấu giải, giải cao nhất trước</Trans>
      </legend>
      {tiers.map((tier, at) => (
        <div key={tier.key} className={styles.tier}>
          <TextField
            label={t`Tên giải`}
            name={`prizePlan.${String(at)}.nameVi`}
            value={tier.nameVi}
            onChange={(nameVi) => {
              set(at, { nameVi });
            }}
            error={errorAt(refusal, `prizePlan.${String(at)}.nameVi`)}
          />
          <TextField
            label={t`Số giải`}
            name={`prizePlan.${String(at)}.quantity`}
            inputMode="numeric"
            value={tier.quantity}
            onChange={(quantity) => {
              set(at, { quantity });
            }}
            error={errorAt(refusal, `prizePlan.${String(at)}.quantity`)}
          />
          <TextField
            label={t`Mức thưởng (đồng)`}
            name={`prizePlan.${String(at)}.amount`}
            inputMode="numeric"
            value={tier.amount}
            onChange={(amount) => {
              set(at, { amount });
            }}
            error={errorAt(refusal, `prizePlan.${String(at)}.amount`)}
          />
          <Button
            size="small"
            onClick={() => {
              onChange(tiers.filter((_, place) => place !== at));
            }}
          >
            <Trans>Bỏ hạng giải này</Trans>
          </Button>
        </div>
      ))}
    </fieldset>
  );
}
