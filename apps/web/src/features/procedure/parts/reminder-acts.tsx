import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { ActButton } from '../../../ui/act-button';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { errorAt } from '../../../ui/form';
import { Broken, Note } from '../../../ui/note';
import { useToast } from '../../../ui/toast';
import { RECORD_CALL, RECORD_RETURNED, type ReminderRow, SNOOZE_REMINDER } from '../reminder.query';
import styles from './licences.module.css';

interface ActProps {
  readonly of: ReminderRow;
  readonly again: () => void;
}

/** What came of a call, in one press. */
export function CallOutcomes({ of, again }: ActProps) {
  const { t } = useLingui();
  const { run, busy, refusal, broken } = useAct(RECORD_CALL);
  const toast = useToast();
  const record = async (outcome: 'REACHED' | 'NO_ANSWER' | 'WRONG_NUMBER') => {
    const { kind } = await run({ reminderId: of.id, version: of.version, outcome });
    if (kind !== 'done') return;
    toast(
      outcome === 'REACHED' ? (
        <Trans>Đã ghi: đã báo cho {of.holder}.</Trans>
      ) : outcome === 'NO_ANSWER' ? (
        <Trans>Đã ghi: {of.holder} chưa nghe máy, vẫn còn trong danh sách.</Trans>
      ) : (
        <Trans>Đã ghi: sai số của {of.holder}, cần cách khác.</Trans>
      ),
    );
    again();
  };
  const outcome = (which: 'REACHED' | 'NO_ANSWER' | 'WRONG_NUMBER') => ({
    busy,
    size: 'small' as const,
    onClick: () => void record(which),
  });
  const { holder } = of;
  return (
    <>
      <span className={styles.outcomes}>
        <Button {...outcome('REACHED')} kind="primary" aria-label={t`Đã báo cho ${holder}`}>
          <Trans>Đã báo</Trans>
        </Button>
        <Button {...outcome('NO_ANSWER')} aria-label={t`${holder} không nghe máy`}>
          <Trans>Không nghe máy</Trans>
        </Button>
        <Button {...outcome('WRONG_NUMBER')} aria-label={t`Sai số của ${holder}`}>
          <Trans>Sai số</Trans>
        </Button>
        <Snooze of={of} again={again} />
      </span>
      {refusal && (
        <Note tone="late" role="alert">
          {refusal.message}
        </Note>
      )}
      {broken && <Broken error={broken} />}
    </>
  );
}

/** Put off until a day on which the holder wants to be called. */
export function Snooze({ of, again }: ActProps) {
  const { t } = useLingui();
  const [dueOn, setDueOn] = useState('');
  const { holder } = of;
  return (
    <ActButton
      of={SNOOZE_REMINDER}
      size="small"
      name={t`Hẹn ngày khác: ${holder}`}
      label={<Trans>Hẹn ngày khác</Trans>}
      title={<Trans>Hẹn {holder} ngày khác</Trans>}
      act={<Trans>Hẹn ngày</Trans>}
      keep={<Trans>Không hẹn</Trans>}
      destructive={false}
      reason={{ label: <Trans>Vì sao</Trans>, path: 'reason' }}
      input={(reason) => ({ reminderId: of.id, version: of.version, dueOn, reason: reason.trim() })}
      said={<Trans>Đã hẹn ngày nhắc.</Trans>}
      onDone={again}
    >
      {(refusal) => (
        <TextField
          label={<Trans>Nhắc vào ngày</Trans>}
          name="dueOn"
          type="date"
          value={dueOn}
          onChange={setDueOn}
          error={errorAt(refusal, 'dueOn')}
        />
      )}
    </ActButton>
  );
}

/** A letter, mail or message that did not arrive. */
export function Returned({ of, again }: ActProps) {
  return (
    <ActButton
      of={RECORD_RETURNED}
      size="small"
      label={<Trans>Không đến được…</Trans>}
      title={<Trans>Lần nhắc này không đến được</Trans>}
      act={<Trans>Ghi không đến được</Trans>}
      keep={<Trans>Đã đến</Trans>}
      destructive={false}
      reason={{ label: <Trans>Biết được vì sao</Trans>, path: 'reason' }}
      input={(reason) => ({ reminderId: of.id, version: of.version, reason: reason.trim() })}
      said={<Trans>Đã ghi; lần nhắc này chờ cách khác.</Trans>}
      onDone={again}
    >
      <p>
        <Trans>Lần nhắc trở lại danh sách buổi sáng, mục cần cách khác.</Trans>
      </p>
    </ActButton>
  );
}
