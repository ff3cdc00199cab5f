import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useClient } from 'urql';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Download } from '../../ui/icons';
import { type Dossier } from './dossier.query';
import { FILE_DOWNLOAD } from './dossier-files.query';

/** The address of a file is good for some minutes only, so that it is asked for when somebody wants the file. */
export function Fetch({ file }: { readonly file: Dossier['files'][number] }) {
  const { t } = useLingui();
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const name = file.fileName;
  const fetchFile = async () => {
    setBusy(true);
    const { data } = await client.query(FILE_DOWNLOAD, { id: file.id }, { requestPolicy: 'network-only' }).toPromise();
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
