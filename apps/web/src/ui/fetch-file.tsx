import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useClient } from 'urql';
import { FILE_DOWNLOAD } from '../api/uploads.query';
import { Button } from './button';
import { Icon } from './icon';
import { Download } from './icons';

/** The address of a file is good for some minutes only, so that it is asked for when somebody wants the file. */
export function FetchFile({ id, name }: { readonly id: string; readonly name: string }) {
  const { t } = useLingui();
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const fetchFile = async () => {
    setBusy(true);
    const { data } = await client.query(FILE_DOWNLOAD, { id }, { requestPolicy: 'network-only' }).toPromise();
    setBusy(false);
    if (data) location.assign(data.fileDownload.url);
  };
  return (
    <Button kind="plain" busy={busy} aria-label={t`Tải về: ${name}`} onClick={() => void fetchFile()}>
      <Icon of={Download} />
      <Trans>Tải về</Trans>
    </Button>
  );
}
