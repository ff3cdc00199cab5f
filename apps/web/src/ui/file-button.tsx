import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Button } from './button';
import { Icon } from './icon';
import { Download } from './icons';

/** Asks for an address, which is good for some minutes only, when somebody wants the file. */
export function FileButton({ ask, children }: { readonly ask: () => Promise<string | undefined>; readonly children: ReactNode }) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const fetchFile = async () => {
    setState('busy');
    const url = await ask();
    setState(url ? 'idle' : 'failed');
    if (url) location.assign(url);
  };
  return (
    <>
      <Button busy={state === 'busy'} onClick={() => void fetchFile()}>
        <Icon of={Download} />
        {children}
      </Button>
      {state === 'failed' && (
        <span role="alert">
          <Trans>Chưa tải được tệp.</Trans>
        </span>
      )}
    </>
  );
}
