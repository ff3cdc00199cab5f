import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Confirm } from '../../ui/confirm';
import { day } from '../../ui/format';
import { Tag } from '../../ui/state-mark';
import styles from './conflict-list.module.css';
import { Tie } from './conflict-words';
import { ANSWER_CONFLICT, type OwnConflict } from './invitations.query';

/** What stands between oneself and initiatives: who said so, and what one says to it. */
export function ConflictList({ conflicts, onChange }: { readonly conflicts: readonly OwnConflict[]; readonly onChange: () => void }) {
  return (
    <ul>
      {conflicts.map((conflict) => (
        <li key={conflict.id} className={styles.row}>
          <p>
            <b className="num no-break">{conflict.initiative.receiptNumber}</b> {conflict.initiative.title}
          </p>
          <p className={styles.tags}>
            <Tag tone={conflict.active ? 'soon' : 'plain'}>
              <Tie type={conflict.type} />
            </Tag>
            <span className="caption">
              <Source source={conflict.source} /> · {day(conflict.createdAt)}
              {!conflict.active && (
                <>
                  {' '}
                  · <Trans>không còn hiệu lực</Trans>
                </>
              )}
              {conflict.waits && (
                <>
                  {' '}
                  · <Trans>chờ người thứ hai quyết định</Trans>
                </>
              )}
            </span>
          </p>
          {conflict.reason && <p className="secondary">{conflict.reason}</p>}
          {conflict.answer && (
            <p>
              <Trans>Giải trình của ông/bà: {conflict.answer}</Trans>
            </p>
          )}
          {conflict.canAnswer && <Answering conflict={conflict} onDone={onChange} />}
        </li>
      ))}
    </ul>
  );
}

function Answering({ conflict, onDone }: { readonly conflict: OwnConflict; readonly onDone: () => void }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const { run, busy, refusal, broken } = useAct(ANSWER_CONFLICT);
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          setOpen(true);
        }}
      >
        <Trans>Giải trình…</Trans>
      </Button>
      {open && (
        <Confirm
          of={`answerConflict ${conflict.id}`}
          title={t`Giải trình về xung đột ${conflict.initiative.receiptNumber ?? ''}`}
          act={<Trans>Gửi giải trình</Trans>}
          destructive={false}
          reason={{ label: <Trans>Nội dung giải trình</Trans>, path: 'answer' }}
          busy={busy}
          refusal={refusal}
          broken={broken}
          onClose={() => {
            setOpen(false);
          }}
          onAct={(answer) => {
            void run({ conflictId: conflict.id, version: conflict.version, answer }).then(({ kind }) => {
              if (kind !== 'done') return;
              setOpen(false);
              onDone();
            });
          }}
        >
          <p>
            <Trans>Ban Tổ chức đọc giải trình trước khi quyết định giữ hay gỡ xung đột này.</Trans>
          </p>
        </Confirm>
      )}
    </>
  );
}

function Source({ source }: { readonly source: OwnConflict['source'] }): ReactNode {
  switch (source) {
    case 'DECLARED':
      return <Trans>ông/bà tự khai</Trans>;
    case 'DETECTED':
      return <Trans>hệ thống phát hiện</Trans>;
    case 'SET':
      return <Trans>Ban Tổ chức xác định</Trans>;
  }
}
