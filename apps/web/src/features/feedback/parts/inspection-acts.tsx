import { Trans } from '@lingui/react/macro';
import { ActButton } from '../../../ui/act-button';
import { CALL_OFF_INSPECTION, DRAW_UP_MINUTES, RECORD_MINUTES_REFUSAL, SIGN_MINUTES, START_INSPECTION } from '../inspection-acts.query';
import { type InspectionShown } from '../inspection.query';
import styles from '../inspection.module.css';

/** What one may do with an inspection, as the server says. */
export function InspectionActs({ of, again }: { readonly of: InspectionShown; readonly again: () => void }) {
  const mine = { inspectionId: of.id, version: of.version };
  return (
    <div className={styles.acts}>
      {!of.whyNotStart && (
        <ActButton
          of={START_INSPECTION}
          kind="primary"
          title={<Trans>Bắt đầu kiểm tra</Trans>}
          act={<Trans>Bắt đầu</Trans>}
          keep={<Trans>Chưa bắt đầu</Trans>}
          destructive={false}
          input={() => mine}
          said={<Trans>Cuộc kiểm tra đã bắt đầu.</Trans>}
          onDone={again}
        >
          <p>
            <Trans>Từ lúc này đơn vị biết về cuộc kiểm tra.</Trans>
          </p>
        </ActButton>
      )}
      {!of.whyNotDrawUp && (
        <ActButton
          of={DRAW_UP_MINUTES}
          kind="primary"
          title={<Trans>Lập biên bản</Trans>}
          act={<Trans>Lập biên bản</Trans>}
          keep={<Trans>Chưa lập</Trans>}
          destructive={false}
          reason={{ label: <Trans>Kết luận của đoàn kiểm tra</Trans>, path: 'conclusion' }}
          input={(conclusion) => ({ ...mine, conclusion })}
          said={<Trans>Đã lập biên bản.</Trans>}
          onDone={again}
        >
          <p>
            <Trans>Sau khi lập biên bản, kết quả từng nội dung không sửa được nữa.</Trans>
          </p>
        </ActButton>
      )}
      <Signing of={of} again={again} />
      {!of.whyNotCallOff && (
        <ActButton
          of={CALL_OFF_INSPECTION}
          title={<Trans>Không tiến hành cuộc kiểm tra</Trans>}
          act={<Trans>Không tiến hành</Trans>}
          keep={<Trans>Giữ lại</Trans>}
          reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
          input={(reason) => ({ ...mine, reason })}
          said={<Trans>Đã ghi không tiến hành.</Trans>}
          onDone={again}
        >
          <p>
            <Trans>Lý do được ghi vào nhật ký.</Trans>
          </p>
        </ActButton>
      )}
    </div>
  );
}

function Signing({ of, again }: { readonly of: InspectionShown; readonly again: () => void }) {
  const mine = { inspectionId: of.id, version: of.version };
  return (
    <>
      {!of.whyNotSign && (
        <ActButton
          of={SIGN_MINUTES}
          kind="primary"
          title={<Trans>Ký biên bản</Trans>}
          act={<Trans>Ký</Trans>}
          keep={<Trans>Chưa ký</Trans>}
          destructive={false}
          input={() => mine}
          said={<Trans>Đã ký biên bản.</Trans>}
          onDone={again}
        >
          <p>
            <Trans>Người ký xác nhận biên bản ghi đúng những gì đã kiểm tra.</Trans>
          </p>
        </ActButton>
      )}
      {!of.whyNotRecordRefusal && (
        <ActButton
          of={RECORD_MINUTES_REFUSAL}
          title={<Trans>Ghi đơn vị không ký biên bản</Trans>}
          act={<Trans>Ghi không ký</Trans>}
          keep={<Trans>Chưa ghi</Trans>}
          reason={{ label: <Trans>Lý do đơn vị không ký</Trans>, path: 'reason' }}
          input={(reason) => ({ ...mine, reason })}
          said={<Trans>Đã ghi đơn vị không ký.</Trans>}
          onDone={again}
        >
          <p>
            <Trans>Lý do được ghi vào biên bản.</Trans>
          </p>
        </ActButton>
      )}
    </>
  );
}
