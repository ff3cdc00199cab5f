import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { graphql } from '../../../api/graphql';
import { Button } from '../../../ui/button';
import { Broken } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import styles from './account.module.css';

const MY_DATA = graphql(`
  query MyData {
    myData {
      id
      madeAt
      parts {
        context
        json
      }
    }
  }
`);

/** All that the platform keeps of a person, as a file of their own. */
export function MyDataPanel() {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [broken, setBroken] = useState<CombinedError | null>(null);
  const take = async () => {
    setBusy(true);
    const { data, error } = await client.query(MY_DATA, {}, { requestPolicy: 'network-only' }).toPromise();
    setBusy(false);
    setBroken(data ? null : (error ?? null));
    if (data) save(data.myData.madeAt, data.myData.parts);
  };
  return (
    <Panel title={<Trans>Dữ liệu của tôi</Trans>}>
      <div className={styles.stack}>
        <p>
          <Trans>Tải về một tệp JSON gồm mọi điều hệ thống đang giữ về ông/bà: tài khoản, chức vụ, hồ sơ, phiếu chấm, thông báo.</Trans>
        </p>
        {broken && <Broken error={broken} />}
        <div>
          <Button busy={busy} onClick={() => void take()}>
            <Trans>Tải dữ liệu của tôi</Trans>
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function save(madeAt: string, parts: readonly { readonly context: string; readonly json: string }[]): void {
  const whole = { madeAt, ...Object.fromEntries(parts.map(({ context, json }) => [context, JSON.parse(json) as unknown])) };
  const address = URL.createObjectURL(new Blob([JSON.stringify(whole, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `du-lieu-cua-toi-${madeAt.slice(0, 10)}.json`;
  link.click();
  URL.revokeObjectURL(address);
}
