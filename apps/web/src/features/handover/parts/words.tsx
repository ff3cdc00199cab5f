import { useLingui } from '@lingui/react/macro';
import { type HandoverRow } from '../handover.query';
import { type ModelRow, type Occasion } from '../model.query';

type Words<Key extends string> = Readonly<Record<Key, string>>;

/** What handovers are called by their parts. */
export function useHandoverWords(): {
  readonly venues: Words<HandoverRow['venue']>;
  readonly levels: Words<HandoverRow['byLevel']>;
  readonly letters: Words<HandoverRow['letter']>;
  readonly outcomes: Words<HandoverRow['outcome']>;
  readonly modelKinds: Words<ModelRow['kind']>;
  readonly occasions: Words<Occasion>;
  readonly reasons: Words<'TYPED_WRONG' | 'ENTERED_TWICE' | 'NOT_OF_MODEL' | 'LEARNT_LATER'>;
} {
  const { t } = useLingui();
  return {
    venues: { HOME: t`Tại nhà`, CEREMONY: t`Buổi trao`, OFFICE: t`Bộ phận một cửa`, POST: t`Qua bưu chính` },
    levels: {
      DISTRICT_LEADER: t`Lãnh đạo huyện`,
      COMMUNE_LEADER: t`Lãnh đạo xã`,
      OFFICER: t`Công chức`,
      POSTAL: t`Nhân viên bưu chính`,
    },
    letters: { CONGRATULATION: t`Thư chúc mừng`, CONDOLENCE: t`Thư chia buồn`, NONE: t`Không kèm thư` },
    outcomes: { HANDED: t`Đã trao`, ABSENT: t`Vắng`, DECLINED: t`Từ chối` },
    modelKinds: { AT_HOME: t`Trả tại nhà`, CEREMONY: t`Trao tại buổi lễ` },
    occasions: { BIRTH: t`Khai sinh`, MARRIAGE: t`Kết hôn`, DEATH: t`Khai tử`, OTHER: t`Việc khác` },
    reasons: {
      TYPED_WRONG: t`Nhập nhầm`,
      ENTERED_TWICE: t`Nhập trùng`,
      NOT_OF_MODEL: t`Không thuộc mô hình`,
      LEARNT_LATER: t`Biết rõ sau khi nhập`,
    },
  };
}

export const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>): readonly Key[] => Object.keys(words) as Key[];
