import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { day, named } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import { useToast } from '../../../ui/toast';
import { type PeriodPage, REVOKE_EXCEPTION } from '../period.query';
import styles from './report.module.css';

type Exception = NonNullable<PeriodPage['reportingPeriod']>['exceptions'][number];

/** Communes for which a closed period is open again, until when and why; those that were taken back stay in sight. */
export function PeriodExceptions({ of, again }: { readonly of: readonly Exception[]; readonly again: () => void }) {
  if (of.length === 0) return null;
  return (
    <Panel title={<Trans>Mở lại riêng cho từng xã</Trans>}>
      <ul className={styles.list}>
        {of.map((exception) => (
          <li key={exception.id}>
            <p>
              <strong>{named(exception.unit)}</strong>, <Trans>đến hết ngày {day(exception.until)}</Trans>
            </p>
            <p className={styles.said}>{exception.reason}</p>
            <p className="caption">
              {exception.grantedByName} · {day(exception.grantedAt)}
            </p>
            {exception.revokedAt !== null && (
              <p>
                <Trans>
                  Thu hồi ngày {day(exception.revokedAt)}: {exception.revocationReason}
                </Trans>
              </p>
            )}
            {exception.canRevoke && <Revoke of={exception} again={again} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Revoke({ of: { id, unit }, again }: { readonly of: Exception; readonly again: () => void }) {
  const toast = useToast();
  const act = useAct(REVOKE_EXCEPTION);
  const [asking, setAsking] = useState(false);
  const name = named(unit);
  const revoke = async (reason: string) => {
    const { kind } = await act.run({ exceptionId: id, reason });
    if (kind !== 'done') return;
    toast(<Trans>Đã thu hồi việc mở lại.</Trans>);
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
        <Trans>Thu hồi</Trans>
      </Button>
      {asking && (
        <Confirm
          of={`revokeException ${id}`}
          title={<Trans>Thu hồi việc mở lại cho {name}</Trans>}
          act={<Trans>Thu hồi việc mở lại</Trans>}
          keep={<Trans>Không thu hồi</Trans>}
          reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
          busy={act.busy}
          refusal={act.refusal}
          broken={act.broken}
          onAct={(reason) => void revoke(reason)}
          onClose={() => {
            setAsking(false);
          }}
        >
          <p>
            <Trans>Xã không nhập thêm được vào kỳ đã khóa; những gì xã đã gửi vẫn giữ nguyên.</Trans>
          </p>
        </Confirm>
      )}
    </>
  );
}
