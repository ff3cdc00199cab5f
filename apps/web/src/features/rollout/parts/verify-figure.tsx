import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { day, named } from '../../../ui/format';
import { Answer } from '../../../ui/note';
import { useToast } from '../../../ui/toast';
import { FIGURE, VERIFY_FIGURE } from '../figure.query';
import { saidAmount } from '../said-amount';

/** That the office has held a figure against its source; it is read once more before. */
export function VerifyFigure({ id, again }: { readonly id: string; readonly again: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          setAsking(true);
        }}
      >
        <Trans>Xác nhận</Trans>
      </Button>
      {asking && (
        <AskVerify
          id={id}
          again={again}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </>
  );
}

function AskVerify({ id, again, onClose }: { readonly id: string; readonly again: () => void; readonly onClose: () => void }) {
  const toast = useToast();
  const act = useAct(VERIFY_FIGURE);
  const asked = useAsk(FIGURE, { id });
  const figure = asked.data?.figure;
  const verify = async () => {
    if (!figure) return;
    const { kind } = await act.run({ figureId: id, version: figure.version });
    if (kind !== 'done') return;
    toast(<Trans>Đã ghi là đã đối chiếu.</Trans>);
    onClose();
    again();
  };
  return (
    <Confirm
      title={<Trans>Đã đối chiếu số liệu với nguồn</Trans>}
      act={<Trans>Xác nhận đã đối chiếu</Trans>}
      keep={<Trans>Chưa xác nhận</Trans>}
      destructive={false}
      busy={act.busy || !figure}
      refusal={act.refusal}
      broken={act.broken}
      onAct={() => void verify()}
      onClose={onClose}
    >
      <Answer of={asked} rows={3}>
        {() =>
          figure && (
            <>
              <p>
                <strong>{named(figure.unit)}</strong>, {day(figure.startsOn)} – {day(figure.endsOn)}:{' '}
                <strong className="num">{saidAmount(figure)}</strong>
              </p>
              <p>
                <Trans>Nguồn: {figure.source}</Trans>
              </p>
              {figure.note && <p>{figure.note}</p>}
              {figure.jump?.reason && (
                <p>
                  <Trans>Giải trình: {figure.jump.reason}</Trans>
                </p>
              )}
              <p className="secondary">
                <Trans>Số liệu của các nguồn khác vẫn giữ nguyên. Đã xác nhận thì không rút lại.</Trans>
              </p>
            </>
          )
        }
      </Answer>
    </Confirm>
  );
}
