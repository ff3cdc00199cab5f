import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useClient } from 'urql';
import { Button } from '../../../ui/button';
import { COUNTER_SHEET, type CounterRow } from '../counter.query';

/** What hangs at the counter, to be printed; its address is good for some minutes only. */
export function SheetButton({ counter, paper }: { readonly counter: CounterRow; readonly paper: 'A4' | 'A5' }) {
  const client = useClient();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const fetchSheet = async () => {
    setState('busy');
    const asked = client.query(COUNTER_SHEET, { counterId: counter.id, paper }, { requestPolicy: 'network-only' });
    const url = (await asked.toPromise()).data?.counterSheet?.url;
    setState(url ? 'idle' : 'failed');
    if (url) location.assign(url);
  };
  return (
    <>
      <Button size="small" busy={state === 'busy'} onClick={() => void fetchSheet()}>
        <Trans>Tờ dán {paper}</Trans>
      </Button>
      {state === 'failed' && (
        <span role="alert">
          <Trans>Chưa tải được tờ dán.</Trans>
        </span>
      )}
    </>
  );
}
