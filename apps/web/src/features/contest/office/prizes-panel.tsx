import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { SelectField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { money, named, number } from '../../../ui/format';
import { useToast } from '../../../ui/toast';
import { EditActs, EditPanel } from './edit-panel';
import styles from './office.module.css';
import { SET_PRIZE_PLAN } from './setup.acts';
import { type ContestSetup } from './setup.query';

type Tier = ContestSetup['prizePlan'][number];
type Track = NonNullable<Tier['track']>;

function useTrackWords(): Readonly<Record<Track, string>> {
  const { t } = useLingui();
  return { INDIVIDUAL: t`cá nhân`, GROUP: t`nhóm tác giả` };
}

/** What there is to win, the highest first. */
export function PrizesPanel({ of }: { readonly of: ContestSetup }) {
  const tracks = useTrackWords();
  return (
    <EditPanel
      title={<Trans>Cơ cấu giải thưởng</Trans>}
      canEdit={of.canEdit}
      shut={of.canCopy && <Trans>Chỉ sửa được khi cuộc thi còn đang soạn thảo.</Trans>}
      form={(close) => <EditPlan of={of} onClose={close} />}
    >
      {of.prizePlan.length === 0 ? (
        <p className="secondary">
          <Trans>Chưa có giải nào. Cần ít nhất một giải để phát động.</Trans>
        </p>
      ) : (
        <ul className={styles.list}>
          {of.prizePlan.map((tier) => (
            <li key={tier.id}>
              <strong>
                {named(tier)}
                {tier.track !== null && <>, {tracks[tier.track]}</>}
              </strong>
              <span>
                <Plural value={tier.quantity} one="# giải" other="# giải" />
              </span>
              <span className="num">{money(tier.amount)}</span>
              {tier.minimumScore !== null && (
                <span className="caption">
                  <Trans>từ {number(tier.minimumScore)} điểm</Trans>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </EditPanel>
  );
}

interface TypedTier {
  readonly id: string;
  readonly key: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly quantity: string;
  readonly amount: string;
  readonly track: Track | '';
  readonly minimumScore: string;
}

const typedTier = (tier: Tier): TypedTier => ({
  ...tier,
  quantity: String(tier.quantity),
  amount: tier.amount,
  track: tier.track ?? '',
  minimumScore: tier.minimumScore ?? '',
});

/** Numbers as people type them: `500.000`, `7,5`. */
const asSent = ({ key, nameVi, nameEn, quantity, amount, track, minimumScore }: TypedTier) => ({
  key,
  nameVi,
  nameEn,
  quantity: Math.round(Number(quantity)),
  amount: amount.replaceAll(/[.\s]/g, '') || '0',
  track: track === '' ? null : track,
  minimumScore: minimumScore.replace(',', '.').trim() || null,
});

let fresh = 0;

const newTier = (): TypedTier => ({
  id: `new-${String((fresh += 1))}`,
  key: '',
  nameVi: '',
  nameEn: '',
  quantity: '1',
  amount: '',
  track: '',
  minimumScore: '',
});

function EditPlan({ of, onClose }: { readonly of: ContestSetup; readonly onClose: () => void }) {
  const toast = useToast();
  const act = useAct(SET_PRIZE_PLAN);
  const [tiers, setTiers] = useState<readonly TypedTier[]>(() => of.prizePlan.map(typedTier));
  const save = async () => {
    const { kind } = await act.run({
      contestId: of.id,
      version: of.version,
      tiers: tiers.map(asSent),
    });
    if (kind !== 'done') return;
    toast(<Trans>Đã lưu cơ cấu giải thưởng.</Trans>);
    onClose();
  };
  const put = (at: number, patch: Partial<TypedTier>) => {
    setTiers((was) => was.map((tier, place) => (place === at ? { ...tier, ...patch } : tier)));
  };
  return (
    <Form onSubmit={() => void save()} refusal={act.refusal} broken={act.broken}>
      <div>
        {tiers.map((tier, at) => (
          <TierFields
            key={tier.id}
            at={at}
            tier={tier}
            refusal={act.refusal}
            onChange={(patch) => {
              put(at, patch);
            }}
            onRemove={() => {
              setTiers((was) => was.filter((_, place) => place !== at));
            }}
          />
        ))}
      </div>
      <FormActs>
        <EditActs busy={act.busy} onClose={onClose} />
        <Button
          onClick={() => {
            setTiers((was) => [...was, newTier()]);
          }}
        >
          <Trans>Thêm giải</Trans>
        </Button>
      </FormActs>
    </Form>
  );
}

interface TierFieldsProps {
  readonly at: number;
  readonly tier: TypedTier;
  readonly refusal: Parameters<typeof errorAt>[0];
  readonly onChange: (patch: Partial<TypedTier>) => void;
  readonly onRemove: () => void;
}

function TierFields({ at, tier, refusal, onChange, onRemove }: TierFieldsProps) {
  const { t } = useLingui();
  const tracks = useTrackWords();
  const path = (field: keyof TypedTier) => `tiers.${String(at)}.${field}`;
  const wired = (field: Exclude<keyof TypedTier, 'track' | 'id'>) => ({
    name: path(field),
    value: tier[field],
    error: errorAt(refusal, path(field)),
    onChange: (value: string) => {
      onChange({ [field]: value });
    },
  });
  const place = at + 1;
  return (
    <fieldset className={styles.tier}>
      <legend className="visually-hidden">{t`Giải thứ ${place}`}</legend>
      <div className={styles.row}>
        <TextField label={t`Tên giải`} {...wired('nameVi')} />
        <TextField label={t`Tên bằng tiếng Anh`} {...wired('nameEn')} />
        <TextField label={t`Mã, chữ hoa`} {...wired('key')} />
      </div>
      <div className={styles.row}>
        <TextField label={t`Số giải`} inputMode="numeric" {...wired('quantity')} />
        <TextField label={t`Tiền thưởng (đồng)`} inputMode="numeric" {...wired('amount')} />
        <TextField label={t`Điểm thấp nhất`} optional inputMode="decimal" {...wired('minimumScore')} />
        <SelectField
          label={t`Dành cho`}
          name={path('track')}
          value={tier.track}
          error={errorAt(refusal, path('track'))}
          onChange={(track) => {
            onChange({ track: track as Track | '' });
          }}
        >
          <option value="">{t`tất cả`}</option>
          {Object.entries(tracks).map(([track, word]) => (
            <option key={track} value={track}>
              {word}
            </option>
          ))}
        </SelectField>
      </div>
      <div>
        <Button size="small" onClick={onRemove}>
          <Trans>Bỏ giải này</Trans>
          <span className="visually-hidden"> {tier.nameVi}</span>
        </Button>
      </div>
    </fieldset>
  );
}
