import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useClient } from 'urql';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { Icon } from '../../../ui/icon';
import { Print } from '../../../ui/icons';
import { Broken, Note } from '../../../ui/note';
import { useToast } from '../../../ui/toast';
import { RECORD_SENT, REMINDER_LETTERS } from '../reminder.query';
import styles from './licences.module.css';

interface SendingProps {
  readonly unitId: string;
  readonly chosen: ReadonlySet<string>;
  readonly onSent: () => void;
}

/** What is done with several at once: letters are printed, then said to be posted; numbers are handed to who sends short messages. */
export function Sending({ unitId, chosen, onSent }: SendingProps) {
  const { run, busy, refusal, broken } = useAct(RECORD_SENT);
  const toast = useToast();
  const reminderIds = [...chosen];
  const count = reminderIds.length;
  const shut = count === 0 ? 'choose-first' : false;
  const sent = async (channel: 'LETTER' | 'SMS') => {
    const { kind } = await run({ unitId, channel, reminderIds });
    if (kind !== 'done') return;
    toast(<Plural value={count} one="Đã ghi # lần nhắc." other="Đã ghi # lần nhắc." />);
    onSent();
  };
  return (
    <>
      <div className={styles.sending}>
        <p id="choose-first" className="secondary" role="status">
          {count === 0 ? (
            <Trans>Chọn các dòng để in thư, hoặc để ghi đã gửi.</Trans>
          ) : (
            <Plural value={count} one="Đang chọn # dòng." other="Đang chọn # dòng." />
          )}
        </p>
        <PrintLetters unitId={unitId} reminderIds={reminderIds} shut={shut} />
        <Button shut={shut} busy={busy} onClick={() => void sent('LETTER')}>
          <Trans>Ghi đã gửi thư</Trans>
        </Button>
        <Button shut={shut} busy={busy} onClick={() => void sent('SMS')}>
          <Trans>Ghi đã gửi tin nhắn</Trans>
        </Button>
      </div>
      {refusal && (
        <Note tone="late" role="alert">
          {refusal.message}
        </Note>
      )}
      {broken && <Broken error={broken} />}
    </>
  );
}

interface PrintProps {
  readonly unitId: string;
  readonly reminderIds: readonly string[];
  readonly shut: string | false;
}

/** One PDF of all; its address is good for some minutes only. */
function PrintLetters({ unitId, reminderIds, shut }: PrintProps) {
  const client = useClient();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const print = async () => {
    setState('busy');
    const asked = client.query(REMINDER_LETTERS, { unitId, reminderIds: [...reminderIds] }, { requestPolicy: 'network-only' });
    const url = (await asked.toPromise()).data?.reminderLetters?.url;
    setState(url ? 'idle' : 'failed');
    if (url) location.assign(url);
  };
  return (
    <>
      <Button shut={shut} busy={state === 'busy'} onClick={() => void print()}>
        <Icon of={Print} />
        <Trans>In thư</Trans>
      </Button>
      {state === 'failed' && (
        <span role="alert">
          <Trans>Chưa tải được thư. Tải lại trang rồi thử lại.</Trans>
        </span>
      )}
    </>
  );
}
