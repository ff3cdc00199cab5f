import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useAsk } from '../../api/ask';
import { LinkButton } from '../../ui/button';
import { Note } from '../../ui/note';
import { CALIBRATION_STAGE } from './calibration.query';

/** Of a round that asks for it: that samples are marked before its cards open, and how many are left. */
export function CalibrationNote({ roundId }: { readonly roundId: string }) {
  const { data } = useAsk(CALIBRATION_STAGE, { roundId });
  const calibration = data?.calibration;
  if (!calibration?.asked || calibration.samples.length === 0) return null;
  if (calibration.finishedAt) {
    return (
      <p>
        <Link to="/judging/$roundId/calibration" params={{ roundId }}>
          <Trans>Xem lại mẫu đã chấm và độ lệch</Trans>
        </Link>
      </p>
    );
  }
  const left = calibration.samples.filter(({ card }) => card === null).length;
  return (
    <Note tone="soon">
      <p>
        <Plural
          value={left}
          _0="Đã ký đủ mẫu. Xem độ lệch rồi xác nhận thì phiếu của vòng mở ra."
          one="Trước khi mở phiếu, mọi giám khảo chấm cùng các mẫu để so cách cho điểm. Còn # mẫu chưa ký."
          other="Trước khi mở phiếu, mọi giám khảo chấm cùng các mẫu để so cách cho điểm. Còn # mẫu chưa ký."
        />
      </p>
      <p>
        <LinkButton kind="primary" size="large" to="/judging/$roundId/calibration" params={{ roundId }}>
          {left === 0 ? <Trans>Xem độ lệch</Trans> : <Trans>Chấm mẫu</Trans>}
        </LinkButton>
      </p>
    </Note>
  );
}
