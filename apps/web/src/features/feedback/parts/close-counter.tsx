import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { day } from '../../../ui/format';
import { useToast } from '../../../ui/toast';
import { today } from '../../../ui/today';
import { CLOSE_COUNTER, type CounterRow } from '../counter.query';

/** For good: today is its last day, or its first where that is still to come. */
export function CloseCounter({ counter, again }: { readonly counter: CounterRow; readonly again: () => void }) {
  const [asking, setAsking] = useState(false);
  const act = useAct(CLOSE_COUNTER);
  const toast = useToast();
  const openTo = counter.openFrom > today() ? counter.openFrom : today();
  const close = async (reason: string) => {
    const { kind } = await act.run({ counterId: counter.id, version: counter.version, openTo, reason: reason.trim() });
    if (kind !== 'done') return;
    toast(<Trans>Đã đóng quầy.</Trans>);
    setAsking(false);
    again();
  };
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          setAsking(true);
        }}
      >
        <Trans>Đóng quầy</Trans>
      </Button>
      {asking && (
        <Confirm
          title={<Trans>Đóng {counter.name}</Trans>}
          act={<Trans>Đóng quầy</Trans>}
          keep={<Trans>Không đóng</Trans>}
          reason={{ label: <Trans>Lý do đóng</Trans>, path: 'reason' }}
          of={counter.id}
          busy={act.busy}
          refusal={act.refusal}
          broken={act.broken}
          onAct={(reason) => void close(reason)}
          onClose={() => {
            setAsking(false);
          }}
        >
          <p>
            <Trans>
              Quầy mở đến hết ngày {day(openTo)}. Sau ngày đó, người quét mã được báo là quầy không mở; quầy đã đóng thì không mở lại.
            </Trans>
          </p>
        </Confirm>
      )}
    </>
  );
}
