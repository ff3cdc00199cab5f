import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { Button } from '../../ui/button';
import { dayAndClock } from '../../ui/format';
import { Check, Warning } from '../../ui/icons';
import { Note, Skeleton } from '../../ui/note';
import { Panel } from '../../ui/panel';
import { StateMark } from '../../ui/state-mark';
import styles from './health.module.css';

type PartState = 'ok' | 'away' | 'behind' | 'ahead' | 'full';

interface Report {
  readonly ready: boolean;
  readonly parts: Readonly<Record<string, PartState>>;
  readonly at: Date;
}

/** Whether the parts of the platform answer now, as the proxy asks them. */
export function HealthPanel() {
  const [report, setReport] = useState<Report | 'away' | null>(null);
  const look = async () => {
    try {
      const answer = await fetch('/ready', { headers: { accept: 'application/json' } });
      setReport({ ...((await answer.json()) as Omit<Report, 'at'>), at: new Date() });
    } catch {
      setReport('away');
    }
  };
  useEffect(() => {
    void look();
  }, []);
  return (
    <Panel
      title={<Trans>Tình trạng các bộ phận</Trans>}
      side={
        <Button size="small" onClick={() => void look()}>
          <Trans>Kiểm tra lại</Trans>
        </Button>
      }
    >
      {report === null && <Skeleton rows={1} />}
      {report === 'away' && (
        <Note tone="late" role="alert">
          <Trans>Không kết nối được với hệ thống.</Trans>
        </Note>
      )}
      {report !== null && report !== 'away' && <Parts of={report} />}
    </Panel>
  );
}

function Parts({ of: { parts, at } }: { readonly of: Report }) {
  const { t } = useLingui();
  const names: Readonly<Record<string, string>> = {
    database: t`Cơ sở dữ liệu`,
    migrations: t`Phiên bản cơ sở dữ liệu`,
    files: t`Kho tệp`,
    mail: t`Gửi thư`,
    worker: t`Việc chạy nền`,
    disk: t`Ổ đĩa`,
  };
  const states: Readonly<Record<PartState, string>> = {
    ok: t`hoạt động`,
    away: t`không trả lời`,
    behind: t`cũ hơn phần mềm`,
    ahead: t`mới hơn phần mềm`,
    full: t`sắp đầy`,
  };
  return (
    <>
      <ul className={styles.parts}>
        {Object.entries(parts).map(([name, state]) => (
          <li key={name}>
            {names[name] ?? name}
            <StateMark tone={state === 'ok' ? 'done' : 'late'} icon={state === 'ok' ? Check : Warning}>
              {states[state]}
            </StateMark>
          </li>
        ))}
      </ul>
      <p className="caption">
        <Trans>Xem lúc {dayAndClock(at)}</Trans>
      </p>
    </>
  );
}
