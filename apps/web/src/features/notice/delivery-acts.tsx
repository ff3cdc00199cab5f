import { Trans, useLingui } from '@lingui/react/macro';
import { ActButton } from '../../ui/act-button';
import styles from './health.module.css';
import { DISCARD, RETRY, type UndeliveredRow } from './undelivered.query';

type Deliverable = Pick<UndeliveredRow, 'id' | 'about' | 'canRetry' | 'canDiscard'>;

/** What an administrator does about what did not get through: have it tried again, or give it up. */
export function DeliveryActs({
  row: { id: undeliveredId, about, canRetry, canDiscard },
  again,
}: {
  readonly row: Deliverable;
  readonly again: () => void;
}) {
  const { t } = useLingui();
  return (
    <span className={styles.acts}>
      {canRetry && (
        <ActButton
          of={RETRY}
          size="small"
          destructive={false}
          name={t`Thử lại ngay, ${about}`}
          title={<Trans>Thử lại ngay</Trans>}
          act={<Trans>Thử lại ngay</Trans>}
          keep={<Trans>Không thử</Trans>}
          input={() => ({ undeliveredId })}
          said={t`Đã xếp để thử lại`}
          onDone={again}
        >
          <Trans>Hệ thống thử lại trong vòng một phút.</Trans>
        </ActButton>
      )}
      {canDiscard && (
        <ActButton
          of={DISCARD}
          size="small"
          name={t`Bỏ, ${about}`}
          title={<Trans>Bỏ, không gửi nữa</Trans>}
          act={<Trans>Bỏ</Trans>}
          keep={<Trans>Giữ lại</Trans>}
          reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
          input={(reason) => ({ undeliveredId, reason })}
          onDone={again}
        >
          <Trans>Người nhận sẽ không nhận được. Việc bỏ được ghi vào nhật ký.</Trans>
        </ActButton>
      )}
    </span>
  );
}
