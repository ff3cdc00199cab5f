import { Trans } from '@lingui/react/macro';
import { useAct } from '../../../api/act';
import { day } from '../../../ui/format';
import { type ActionRow, CANCEL_ACTION, CLAIM_ACTION, CONFIRM_EFFECT, VERIFY_ACTION } from '../action.query';
import { ReopenAction } from './reopen-action';
import { SaidAct } from './said-act';
import { VerifyAction } from './verify-action';

interface OfAction {
  readonly of: ActionRow;
  readonly again: () => void;
}

/** What one may do with an action, as the server says. */
export function ActionActs({ of: action, again }: OfAction) {
  const sees = !action.whyNotVerify;
  const may = (state: ActionRow['state']) => sees && action.moves.includes(state);
  return (
    <>
      {action.canClaim && <Claim of={action} again={again} />}
      {may('VERIFIED') && <Verify of={action} again={again} />}
      {may('EFFECTIVE') && !action.whyNotConfirmEffect && <Confirm of={action} again={again} />}
      {may('REOPENED') && <ReopenAction of={action} again={again} />}
      {may('CANCELLED') && <Cancel of={action} again={again} />}
    </>
  );
}

function Claim({ of: { id, version }, again }: OfAction) {
  const act = useAct(CLAIM_ACTION);
  return (
    <SaidAct
      word={<Trans>Báo đã làm</Trans>}
      title={<Trans>Báo đã thực hiện biện pháp</Trans>}
      keep={<Trans>Chưa báo</Trans>}
      reason={{ label: <Trans>Minh chứng đã làm</Trans>, path: 'evidence' }}
      of={`claimAction ${id}`}
      act={act}
      onAct={async (evidence) => (await act.run({ actionId: id, version, evidence })).kind === 'done'}
      told={<Trans>Đã báo. Phòng Nội vụ sẽ xác minh.</Trans>}
      onDone={again}
    >
      <p>
        <Trans>Nêu điều cho thấy đã làm: văn bản, lịch trực, ảnh chụp lưu ở đâu. Người khác sẽ xác minh.</Trans>
      </p>
    </SaidAct>
  );
}

function Verify({ of: { id, version }, again }: OfAction) {
  const act = useAct(VERIFY_ACTION);
  return <VerifyAction act={act} onAct={async () => (await act.run({ actionId: id, version })).kind === 'done'} onDone={again} />;
}

function Confirm({ of: { id, version, effectFrom }, again }: OfAction) {
  const act = useAct(CONFIRM_EFFECT);
  return (
    <SaidAct
      word={<Trans>Ghi có hiệu quả</Trans>}
      title={<Trans>Ghi biện pháp có hiệu quả</Trans>}
      keep={<Trans>Chưa ghi</Trans>}
      reason={{ label: <Trans>Kiểm tra nào cho thấy</Trans>, path: 'check' }}
      of={`confirmEffect ${id}`}
      act={act}
      onAct={async (check) => (await act.run({ actionId: id, version, check })).kind === 'done'}
      told={<Trans>Đã ghi biện pháp có hiệu quả.</Trans>}
      onDone={again}
    >
      <p>
        <Trans>
          Nêu lần kiểm tra từ ngày {effectFrom && day(effectFrom)}: số liệu đánh giá, biên bản kiểm tra. Tín hiệu cùng loại trong sáu tháng
          thì biện pháp phải làm lại.
        </Trans>
      </p>
    </SaidAct>
  );
}

function Cancel({ of: { id, version }, again }: OfAction) {
  const act = useAct(CANCEL_ACTION);
  return (
    <SaidAct
      word={<Trans>Hủy biện pháp</Trans>}
      title={<Trans>Hủy biện pháp khắc phục</Trans>}
      keep={<Trans>Không hủy</Trans>}
      reason={{ label: <Trans>Lý do hủy</Trans>, path: 'reason' }}
      of={`cancelAction ${id}`}
      act={act}
      onAct={async (reason) => (await act.run({ actionId: id, version, reason })).kind === 'done'}
      told={<Trans>Đã hủy biện pháp.</Trans>}
      onDone={again}
    >
      <p>
        <Trans>Biện pháp đã hủy không mở lại được; cần làm thì lập biện pháp mới.</Trans>
      </p>
    </SaidAct>
  );
}
