import { Trans } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { day } from '../../../ui/format';
import { Clock, Pin } from '../../../ui/icons';
import { StateMark, Tag } from '../../../ui/state-mark';
import { Tie } from '../conflict-words';
import { ConflictActs } from './conflict-acts';
import { type OfficeConflict } from './conflicts.query';
import styles from './office.module.css';

/** Who may not judge what, who says so and why, what they say to it, and what can be done about it. */
export function ConflictRows({ conflicts, onChange }: { readonly conflicts: readonly OfficeConflict[]; readonly onChange: () => void }) {
  return (
    <ul>
      {conflicts.map((conflict) => (
        <li key={conflict.id} className={styles.row}>
          <p>
            <b>{conflict.person.fullName}</b> · <span className="num no-break">{conflict.initiative.receiptNumber}</span>{' '}
            {conflict.initiative.title}
          </p>
          <p className={styles.tags}>
            <Tag tone={conflict.active ? 'soon' : 'plain'}>
              <Tie type={conflict.type} />
            </Tag>
            <Standing conflict={conflict} />
            <span className="caption">
              <Source source={conflict.source} /> · {day(conflict.createdAt)}
            </span>
          </p>
          {conflict.reason && <p className={styles.said}>{conflict.reason}</p>}
          {conflict.answer && (
            <p className={styles.said}>
              <Trans>
                {conflict.person.fullName} giải trình: {conflict.answer}
              </Trans>
            </p>
          )}
          <ConflictActs conflict={conflict} onDone={onChange} />
        </li>
      ))}
    </ul>
  );
}

function Standing({ conflict: { active, pinned, waits } }: { readonly conflict: OfficeConflict }) {
  return (
    <>
      {waits && (
        <StateMark tone="soon" icon={Clock}>
          <Trans>chờ người thứ hai quyết định</Trans>
        </StateMark>
      )}
      {pinned && active && (
        <StateMark tone="ink" icon={Pin}>
          <Trans>giữ cố định</Trans>
        </StateMark>
      )}
      {!active && !waits && (
        <StateMark>
          <Trans>không còn hiệu lực</Trans>
        </StateMark>
      )}
    </>
  );
}

function Source({ source }: { readonly source: OfficeConflict['source'] }): ReactNode {
  switch (source) {
    case 'DECLARED':
      return <Trans>giám khảo tự khai</Trans>;
    case 'DETECTED':
      return <Trans>hệ thống phát hiện</Trans>;
    case 'SET':
      return <Trans>Ban Tổ chức xác định</Trans>;
  }
}
