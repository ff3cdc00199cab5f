import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAsk } from '../../../api/ask';
import { SelectField, TextField } from '../../../ui/field';
import { day, number } from '../../../ui/format';
import { Answer } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { today } from '../../../ui/today';
import { TERM_END } from '../calendar.query';
import styles from './units.module.css';

const UNITS = ['WORKING_DAY', 'DAY', 'MONTH', 'YEAR'] as const;
type Unit = (typeof UNITS)[number];

/** When a term ends that begins on a day. */
export function TermEnd() {
  const { t } = useLingui();
  const words: Record<Unit, string> = { WORKING_DAY: t`ngày làm việc`, DAY: t`ngày`, MONTH: t`tháng`, YEAR: t`năm` };
  const [occurredOn, setOccurredOn] = useState(today());
  const [amount, setAmount] = useState('5');
  const [countedIn, setCountedIn] = useState<Unit>('WORKING_DAY');
  const whole = occurredOn !== '' && /^[1-9]\d{0,2}$/.test(amount);
  return (
    <Panel title={<Trans>Tính thời hạn</Trans>}>
      <div className={styles.pair}>
        <TextField label={<Trans>Ngày phát sinh</Trans>} name="occurredOn" type="date" value={occurredOn} onChange={setOccurredOn} />
        <TextField label={<Trans>Thời hạn</Trans>} name="amount" type="number" min={1} max={999} value={amount} onChange={setAmount} />
        <SelectField
          label={<Trans>Tính theo</Trans>}
          name="countedIn"
          value={countedIn}
          onChange={(value) => {
            setCountedIn(value as Unit);
          }}
        >
          {UNITS.map((unit) => (
            <option key={unit} value={unit}>
              {words[unit]}
            </option>
          ))}
        </SelectField>
      </div>
      {whole && <Ended occurredOn={occurredOn} amount={Number(amount)} countedIn={countedIn} />}
    </Panel>
  );
}

function Ended(asked: { readonly occurredOn: string; readonly amount: number; readonly countedIn: Unit }) {
  const answer = useAsk(TERM_END, asked);
  return (
    <Answer of={answer}>
      {({ termEnd }) =>
        termEnd && (
          <p className={styles.ended} aria-live="polite">
            <Trans>
              Ngày cuối cùng của thời hạn: <strong>{day(termEnd.lastDay)}</strong> ({number(termEnd.workingDays)} ngày làm việc, không tính
              ngày phát sinh).
            </Trans>
          </p>
        )
      }
    </Answer>
  );
}
