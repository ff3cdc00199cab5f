import { Trans } from '@lingui/react/macro';
import { type ReactNode } from 'react';

/** Why a judge's act is shut, by the code that the server gives: why, until when, and what else there is. */
export function WhyShut({ code }: { readonly code: string | null | undefined }): ReactNode {
  switch (code) {
    case null:
    case undefined:
      return null;
    case 'CARD_SIGNED':
      return <Trans>Phiếu đã ký, không sửa được. Có thể đề nghị mở lại khi vòng chưa kết thúc.</Trans>;
    case 'CARD_EXCUSED':
      return <Trans>Phiếu đã được miễn chấm và không tính vào kết quả.</Trans>;
    case 'CARD_NOT_SIGNED':
      return <Trans>Phiếu chưa ký nên không cần mở lại.</Trans>;
    case 'ATTESTATION_MISSING':
      return <Trans>Hồ sơ mở sau khi cam đoan không xung đột lợi ích.</Trans>;
    case 'CONFLICT_OF_INTEREST':
      return <Trans>Có xung đột lợi ích với sáng kiến này. Ban Tổ chức miễn phiếu hoặc gỡ xung đột.</Trans>;
    case 'CALIBRATION_DUE':
      return <Trans>Phiếu của vòng này mở sau khi chấm thử hai sáng kiến mẫu và xem mức chênh lệch.</Trans>;
    case 'ROUND_NOT_OPEN':
      return <Trans>Vòng chấm chưa mở. Khi Phòng Nội vụ mở vòng, thông báo được gửi đến ông/bà.</Trans>;
    case 'ROUND_CLOSED':
      return <Trans>Vòng chấm đã kết thúc. Chỉ sửa được bằng một đính chính.</Trans>;
    case 'ROUND_SETTLING':
      return <Trans>Vòng đang chờ giám khảo bổ sung; các phiếu khác không ký thêm.</Trans>;
    case 'CONTEST_NOT_JUDGING':
      return <Trans>Cuộc thi không ở giai đoạn chấm.</Trans>;
    case 'INITIATIVE_NOT_JUDGED':
      return <Trans>Sáng kiến đã rút hoặc bị loại nên không chấm nữa.</Trans>;
    case 'PRESENTATION_NOT_BEGUN':
      return <Trans>Phiếu mở khi sáng kiến này bắt đầu thuyết trình.</Trans>;
    case 'ROUND_DUE_PASSED':
      return <Trans>Đã hết hạn ký. Điểm đã nhập được giữ; chỉ ký được khi Ban Tổ chức gia hạn.</Trans>;
    case 'REOPENING_WAITS':
      return <Trans>Đã có đề nghị mở lại đang chờ quyết định.</Trans>;
    case 'CALIBRATION_UNSIGNED':
      return <Trans>Cần ký đủ các phiếu chấm thử trước.</Trans>;
    default:
      return <Trans>Hiện chưa làm được việc này ({code}).</Trans>;
  }
}
