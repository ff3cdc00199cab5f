import { Trans } from '@lingui/react/macro';
import { ActButton } from '../../../ui/act-button';
import { REQUEST_REOPENING } from '../cards.query';
import { type AssignedCard } from './assignments.query';

/** The office asks for a judge, where they cannot themselves; a second person decides. */
export function AskReopening({
  card,
  receiptNumber,
  onDone,
}: {
  readonly card: AssignedCard;
  readonly receiptNumber: string | null;
  readonly onDone: () => void;
}) {
  const { fullName: judgeName } = card.judge;
  return (
    <ActButton
      of={REQUEST_REOPENING}
      size="small"
      title={<Trans>Đề nghị mở lại phiếu {receiptNumber}</Trans>}
      label={
        <Trans>
          Đề nghị mở lại…<span className="visually-hidden"> {judgeName}</span>
        </Trans>
      }
      act={<Trans>Gửi đề nghị mở lại</Trans>}
      keep={<Trans>Giữ phiếu như đã ký</Trans>}
      destructive={false}
      reason={{ label: <Trans>Lý do (không nêu điểm)</Trans>, path: 'reason' }}
      input={(reason) => ({ scorecardId: card.id, reason })}
      said={<Trans>Đã đề nghị mở lại; người thứ hai của Ban Tổ chức quyết định.</Trans>}
      onDone={onDone}
    >
      <p>
        <Trans>
          Người thứ hai của Ban Tổ chức quyết định. Nếu đồng ý, phiếu của {judgeName} trở lại bản nháp với điểm như đã ký để sửa và ký lại;
          bản đã ký được giữ. Cho đến lúc ấy phiếu vẫn tính như đã ký.
        </Trans>
      </p>
    </ActButton>
  );
}
