import { useLingui } from '@lingui/react/macro';
import { Check } from '../../../ui/icons';
import { StateMark, type Tone } from '../../../ui/state-mark';
import { type CouncilRole, type Influence, type RecognitionState } from '../recognition.query';

export function useStateWords(): Readonly<Record<RecognitionState, string>> {
  const { t } = useLingui();
  return {
    APPLIED: t`chờ tiếp nhận`,
    ACCEPTED: t`đã tiếp nhận, chờ Hội đồng xét`,
    SITTING: t`Hội đồng đang họp`,
    RECOGNISED: t`được công nhận`,
    REFUSED: t`không được công nhận`,
    REVOKED: t`đã hủy bỏ công nhận`,
  };
}

export function useRoleWords(): Readonly<Record<CouncilRole, string>> {
  const { t } = useLingui();
  return { CHAIR: t`Chủ tịch Hội đồng`, DEPUTY: t`Phó Chủ tịch Hội đồng`, SECRETARY: t`Ủy viên thư ký`, MEMBER: t`Ủy viên` };
}

export function useInfluenceWords(): Readonly<Record<Influence, string>> {
  const { t } = useLingui();
  return { ESTABLISHMENT: t`cơ sở`, PROVINCE: t`tỉnh, thành phố`, NATIONAL: t`toàn quốc` };
}

const TONES: Readonly<Record<RecognitionState, Tone>> = {
  ...{ APPLIED: 'soon', ACCEPTED: 'plain', SITTING: 'soon' },
  ...{ RECOGNISED: 'done', REFUSED: 'plain', REVOKED: 'late' },
};

export function RecognitionMark({ state }: { readonly state: RecognitionState }) {
  return (
    <StateMark tone={TONES[state]} icon={state === 'RECOGNISED' ? Check : undefined}>
      {useStateWords()[state]}
    </StateMark>
  );
}
