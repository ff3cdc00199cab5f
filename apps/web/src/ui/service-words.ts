import { useLingui } from '@lingui/react/macro';
import { type graphql } from '../api/graphql';

export type PlatformService = ReturnType<typeof graphql.scalar<'PlatformService'>>;

/** The services of the platform that a roll-out can run on, in the order in which they are offered. */
export function useServiceWords(): Readonly<Record<PlatformService, string>> {
  const { t } = useLingui();
  return {
    LICENCE_REMINDERS: t`Nhắc hạn giấy phép`,
    COUNTER_RATINGS: t`Đánh giá tại quầy bằng mã QR`,
    HANDOVERS: t`Trả kết quả tại nhà, tại lễ trao`,
  };
}
