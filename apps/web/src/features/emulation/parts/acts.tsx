import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { ActButton } from '../../../ui/act-button';
import { DecisionFields } from '../../../ui/decision-fields';
import {
  type AchievementShown,
  CONFIRM_ACHIEVEMENT,
  REJECT_ACHIEVEMENT,
  REVOKE_ACHIEVEMENT,
  WITHDRAW_ACHIEVEMENT,
} from '../emulation.query';
import styles from '../emulation.module.css';

interface OfAchievement {
  readonly of: AchievementShown;
  readonly again: () => void;
}

/** What one may do with a record, as the server says. */
export function AchievementActs({ of, again }: OfAchievement) {
  const { id: achievementId, version } = of;
  return (
    <div className={styles.acts}>
      {!of.whyNotConfirm && (
        <ActButton
          of={CONFIRM_ACHIEVEMENT}
          kind="primary"
          title={<Trans>Xác nhận thành tích</Trans>}
          act={<Trans>Xác nhận</Trans>}
          keep={<Trans>Chưa xác nhận</Trans>}
          destructive={false}
          input={() => ({ achievementId, version })}
          said={<Trans>Đã xác nhận thành tích.</Trans>}
          onDone={again}
        >
          <p>
            <Trans>Người xác nhận đã đối chiếu với quyết định.</Trans>
          </p>
        </ActButton>
      )}
      {!of.whyNotReject && (
        <ActButton
          of={REJECT_ACHIEVEMENT}
          title={<Trans>Không xác nhận thành tích</Trans>}
          act={<Trans>Không xác nhận</Trans>}
          keep={<Trans>Để lại</Trans>}
          reason={{ label: <Trans>Lý do không xác nhận</Trans>, path: 'reason' }}
          input={(reason) => ({ achievementId, version, reason })}
          said={<Trans>Đã ghi không xác nhận.</Trans>}
          onDone={again}
        >
          <p>
            <Trans>Người kê khai đọc được lý do.</Trans>
          </p>
        </ActButton>
      )}
      {!of.whyNotWithdraw && (
        <ActButton
          of={WITHDRAW_ACHIEVEMENT}
          title={<Trans>Gỡ thành tích ghi nhầm</Trans>}
          act={<Trans>Gỡ</Trans>}
          label={<Trans>Gỡ vì ghi nhầm</Trans>}
          keep={<Trans>Để lại</Trans>}
          reason={{ label: <Trans>Lý do gỡ</Trans>, path: 'reason' }}
          input={(reason) => ({ achievementId, version, reason })}
          said={<Trans>Đã gỡ thành tích.</Trans>}
          onDone={again}
        >
          <p>
            <Trans>
              Dùng khi ghi nhầm người, danh hiệu, năm hoặc quyết định; sau đó ghi lại cho đúng. Việc gỡ và lý do còn trong hồ sơ.
            </Trans>
          </p>
        </ActButton>
      )}
      {!of.whyNotRevoke && <Revoke of={of} again={again} />}
    </div>
  );
}

function Revoke({ of: { id: achievementId, version }, again }: OfAchievement) {
  const [said, setSaid] = useState({ decisionNumber: '', decidedOn: '' });
  return (
    <ActButton
      of={REVOKE_ACHIEVEMENT}
      title={<Trans>Thu hồi danh hiệu</Trans>}
      act={<Trans>Thu hồi</Trans>}
      keep={<Trans>Không thu hồi</Trans>}
      reason={{ label: <Trans>Lý do thu hồi</Trans>, path: 'reason' }}
      input={(reason) => ({ achievementId, version, ...said, reason })}
      said={<Trans>Đã thu hồi danh hiệu.</Trans>}
      onDone={again}
    >
      {(refusal) => <DecisionFields label={<Trans>Số quyết định thu hồi</Trans>} said={said} onChange={setSaid} refusal={refusal} />}
    </ActButton>
  );
}
