import { Trans } from '@lingui/react/macro';
import { ActButton } from '../../../ui/act-button';
import { Note } from '../../../ui/note';
import styles from '../reform.module.css';
import { ASSESS_INDEX_SHEET, SETTLE_INDEX_SHEET, SUBMIT_INDEX_SHEET, type SheetShown } from '../sheet.query';

interface OfSheet {
  readonly of: SheetShown;
  readonly again: () => void;
}

/** How the sheet goes on, as the server says; what is missing is said where one could. */
export function SheetActs({ of, again }: OfSheet) {
  const { id: sheetId, version } = of;
  const why = { OPEN: of.whyNotSubmit, SUBMITTED: of.whyNotAssess, ASSESSED: of.whyNotSettle, SETTLED: null }[of.state];
  return (
    <div className={styles.acts}>
      {of.whyNotScore === null && why !== null && <Note>{why.message}</Note>}
      {!of.whyNotSubmit && (
        <ActButton
          of={SUBMIT_INDEX_SHEET}
          kind="primary"
          title={<Trans>Gửi điểm tự chấm</Trans>}
          act={<Trans>Gửi điểm tự chấm</Trans>}
          keep={<Trans>Chưa gửi</Trans>}
          destructive={false}
          input={() => ({ sheetId, version })}
          said={<Trans>Đã gửi điểm tự chấm.</Trans>}
          onDone={again}
        >
          <p>
            <Trans>Sau khi gửi, đơn vị không sửa được điểm tự chấm nữa.</Trans>
          </p>
        </ActButton>
      )}
      {!of.whyNotAssess && (
        <ActButton
          of={ASSESS_INDEX_SHEET}
          kind="primary"
          title={<Trans>Hoàn thành thẩm định</Trans>}
          act={<Trans>Hoàn thành thẩm định</Trans>}
          keep={<Trans>Chưa hoàn thành</Trans>}
          destructive={false}
          input={() => ({ sheetId, version })}
          said={<Trans>Đã hoàn thành thẩm định.</Trans>}
          onDone={again}
        >
          <p>
            <Trans>Điểm kết luận ban đầu bằng điểm thẩm định; có thể sửa kèm lý do trước khi kết luận.</Trans>
          </p>
        </ActButton>
      )}
      {!of.whyNotSettle && (
        <ActButton
          of={SETTLE_INDEX_SHEET}
          kind="primary"
          title={<Trans>Kết luận điểm của đơn vị</Trans>}
          act={<Trans>Kết luận</Trans>}
          keep={<Trans>Chưa kết luận</Trans>}
          destructive={false}
          input={() => ({ sheetId, version })}
          said={<Trans>Đã kết luận điểm của đơn vị.</Trans>}
          onDone={again}
        >
          <p>
            <Trans>Điểm đã kết luận không sửa được nữa; mọi người có tài khoản đều xem được.</Trans>
          </p>
        </ActButton>
      )}
    </div>
  );
}
