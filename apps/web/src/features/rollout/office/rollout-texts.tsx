import { Trans, useLingui } from '@lingui/react/macro';
import { type Refusal } from '../../../api/refusal';
import { SelectField, TextAreaField, TextField } from '../../../ui/field';
import { fieldProps } from '../../../ui/form';
import { named } from '../../../ui/format';
import { type PlatformService, useServiceWords } from '../../../ui/service-words';
import { type UnitChoice } from './adopt.query';
import { type RolloutRead } from './rollout.query';

/** What a roll-out says of itself, as it is typed. */
export interface TypedRollout {
  readonly titleVi: string;
  readonly titleEn: string;
  readonly reason: string;
  readonly legalBasis: string;
  readonly leadUnitId: string;
  readonly plan: string;
  readonly resources: string;
  readonly cost: string;
  readonly service: string;
  readonly dueOn: string;
  readonly leastPilotMonths: string;
  readonly leastUseMonths: string;
}

export const BLANK_ROLLOUT: TypedRollout = {
  ...{ titleVi: '', titleEn: '', reason: '', legalBasis: '', leadUnitId: '', plan: '', resources: '', cost: '', service: '', dueOn: '' },
  ...{ leastPilotMonths: '0', leastUseMonths: '6' },
};

export const typedRollout = (read: RolloutRead): TypedRollout => ({
  titleVi: read.titleVi,
  titleEn: read.titleEn,
  reason: read.reason,
  legalBasis: read.legalBasis ?? '',
  leadUnitId: read.leadUnit.id,
  plan: read.plan ?? '',
  resources: read.resources ?? '',
  cost: read.cost === null ? '' : Number(read.cost).toFixed(),
  service: read.service ?? '',
  dueOn: read.dueOn ?? '',
  leastPilotMonths: String(read.leastPilotMonths),
  leastUseMonths: String(read.leastUseMonths),
});

/** As the API takes it: what is blank is nothing. */
export const sentRollout = (typed: TypedRollout) => ({
  titleVi: typed.titleVi,
  titleEn: typed.titleEn,
  reason: typed.reason,
  leadUnitId: typed.leadUnitId,
  legalBasis: typed.legalBasis.trim() || null,
  plan: typed.plan.trim() || null,
  resources: typed.resources.trim() || null,
  cost: typed.cost.trim() === '' ? null : typed.cost.replaceAll(/[.\s]/g, ''),
  service: (typed.service || null) as PlatformService | null,
  dueOn: typed.dueOn || null,
  leastPilotMonths: Number(typed.leastPilotMonths || 0),
  leastUseMonths: Number(typed.leastUseMonths || 0),
});

export type LeadChoice = Pick<UnitChoice, 'id' | 'nameVi' | 'nameEn'>;

interface TextsProps {
  readonly typed: TypedRollout;
  readonly change: (patch: Partial<TypedRollout>) => void;
  readonly units: readonly LeadChoice[];
  readonly refusal: Refusal | null;
}

/** Titles, ground, who leads it, how and with what, until when. */
export function RolloutTexts({ typed, change, units, refusal }: TextsProps) {
  const { t } = useLingui();
  const services = Object.entries(useServiceWords());
  const field = fieldProps(typed, change, refusal);
  return (
    <>
      <TextField label={<Trans>Tên kế hoạch nhân rộng</Trans>} {...field('titleVi')} limit={500} />
      <TextField label={<Trans>Tên tiếng Anh</Trans>} lang="en" {...field('titleEn')} limit={500} />
      <SelectField label={<Trans>Đơn vị chủ trì</Trans>} {...field('leadUnitId')}>
        <option value="">{t`Chọn đơn vị`}</option>
        {units.map((unit) => (
          <option key={unit.id} value={unit.id}>
            {named(unit)}
          </option>
        ))}
      </SelectField>
      <TextAreaField label={<Trans>Lý do nhân rộng</Trans>} {...field('reason')} rows={3} />
      <TextField label={<Trans>Căn cứ pháp lý</Trans>} optional {...field('legalBasis')} />
      <TextAreaField label={<Trans>Kế hoạch thực hiện</Trans>} optional {...field('plan')} rows={5} />
      <TextAreaField label={<Trans>Nguồn lực</Trans>} optional {...field('resources')} rows={2} />
      <SelectField
        label={<Trans>Dịch vụ trên nền tảng</Trans>}
        hint={
          <Trans>Khi sáng kiến được thực hiện bằng một dịch vụ của nền tảng, hệ thống tự thêm chỉ tiêu và tự đếm số liệu các xã.</Trans>
        }
        optional
        {...field('service')}
      >
        <option value="">{t`Không dùng dịch vụ nào`}</option>
        {services.map(([service, word]) => (
          <option key={service} value={service}>
            {word}
          </option>
        ))}
      </SelectField>
      <TextField label={<Trans>Kinh phí (đồng)</Trans>} optional inputMode="numeric" {...field('cost')} />
      <TextField
        label={<Trans>Hạn áp dụng</Trans>}
        hint={<Trans>Sau ngày này, xã bắt buộc mà chưa áp dụng là quá hạn.</Trans>}
        optional
        type="date"
        {...field('dueOn')}
      />
      <TextField label={<Trans>Thí điểm ít nhất (tháng)</Trans>} type="number" min={0} max={60} {...field('leastPilotMonths')} />
      <TextField
        label={<Trans>Áp dụng ít nhất trước khi coi là bền vững (tháng)</Trans>}
        type="number"
        min={0}
        max={60}
        {...field('leastUseMonths')}
      />
    </>
  );
}
