import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Confirm } from '../../ui/confirm';
import { dayAndClock } from '../../ui/format';
import { Note } from '../../ui/note';
import { CONFIRM_DOSSIER, type Dossier } from './dossier.query';

interface HeadProps {
  readonly dossier: Dossier;
  /** Before it is confirmed: sends what is typed and says which version is then the newest; null where it could not. */
  readonly ready: () => Promise<number | null>;
}

/** The word of the head of the unit, where the contest asks for one. */
export function HeadWord({ dossier, ready }: HeadProps) {
  const [asking, setAsking] = useState(false);
  const act = useAct(CONFIRM_DOSSIER);
  const confirm = async () => {
    const version = await ready();
    if (version === null) return;
    const outcome = await act.run({ initiativeId: dossier.id, version });
    if (outcome.kind === 'done') setAsking(false);
  };
  if (!dossier.contest.headConfirms) return null;
  if (dossier.confirmedAt !== null) {
    return (
      <Note tone="done">
        <Trans>Thủ trưởng đã xác nhận {dayAndClock(dossier.confirmedAt)}</Trans>
      </Note>
    );
  }
  return (
    <>
      <Note tone="soon">
        <p>
          <b>
            <Trans>Xác nhận của thủ trưởng</Trans>
          </b>
        </p>
        <p>
          <Trans>Cuộc thi này yêu cầu thủ trưởng đơn vị xác nhận trước khi nộp. Sửa hồ sơ sau khi xác nhận thì phải xác nhận lại.</Trans>
        </p>
        {dossier.canConfirm && (
          <p>
            <Button
              onClick={() => {
                setAsking(true);
              }}
            >
              <Trans>Xác nhận hồ sơ</Trans>
            </Button>
          </p>
        )}
      </Note>
      {asking && (
        <Confirm
          title={<Trans>Xác nhận của thủ trưởng</Trans>}
          act={<Trans>Xác nhận hồ sơ</Trans>}
          keep={<Trans>Chưa xác nhận</Trans>}
          destructive={false}
          busy={act.busy}
          refusal={act.refusal}
          broken={act.broken}
          onAct={() => void confirm()}
          onClose={() => {
            act.clear();
            setAsking(false);
          }}
        >
          <p>
            <Trans>Đơn vị đồng ý để sáng kiến này dự thi, với nội dung như đang hiện.</Trans>
          </p>
        </Confirm>
      )}
    </>
  );
}
