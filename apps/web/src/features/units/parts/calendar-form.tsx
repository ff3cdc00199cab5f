import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { type Refusal } from '../../../api/refusal';
import { Button } from '../../../ui/button';
import { TextAreaField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt, fieldProps } from '../../../ui/form';
import { Panel } from '../../../ui/panel';
import { CHANGE_CALENDAR, type CalendarRow, ENTER_CALENDAR } from '../calendar.query';
import { type MarkedDays, YearOfDays } from './year-of-days';
import styles from './units.module.css';

interface Typed extends MarkedDays {
  readonly decisionNumber: string;
  readonly issuer: string;
  readonly decidedOn: string;
}

const NOTHING: Typed = { decisionNumber: '', issuer: '', decidedOn: '', daysOff: [], daysWorked: [] };

const inputOf = ({ daysOff, daysWorked, ...notice }: Typed) => ({ ...notice, daysOff: [...daysOff], daysWorked: [...daysWorked] });

/** A year that has no list yet. */
export function NewCalendar({ year: first, onClose }: { readonly year: number; readonly onClose: (year: number | null) => void }) {
  const { run, busy, refusal, broken } = useAct(ENTER_CALENDAR);
  const [year, setYear] = useState(String(first));
  const [typed, setTyped] = useState(NOTHING);
  const enter = async () => {
    const outcome = await run({ ...inputOf(typed), year: Number(year) });
    if (outcome.kind === 'done') onClose(Number(year));
  };
  return (
    <Panel title={<Trans>Nhập lịch làm việc</Trans>}>
      <Form onSubmit={() => void enter()} refusal={refusal} broken={broken}>
        <TextField
          label={<Trans>Năm</Trans>}
          name="year"
          type="number"
          value={year}
          onChange={(value) => {
            setYear(value);
            setTyped({ ...typed, daysOff: [], daysWorked: [] });
          }}
          error={errorAt(refusal, 'year')}
        />
        <Notice {...{ typed, setTyped, refusal }} />
        {/^\d{4}$/.test(year) && (
          <YearOfDays
            year={Number(year)}
            marked={typed}
            onChange={(marked) => {
              setTyped({ ...typed, ...marked });
            }}
          />
        )}
        <Acts busy={busy} onClose={onClose} />
      </Form>
    </Panel>
  );
}

/** A list that is there, written anew. */
export function ChangedCalendar({
  calendar,
  onClose,
}: {
  readonly calendar: CalendarRow;
  readonly onClose: (year: number | null) => void;
}) {
  const { run, busy, refusal, broken } = useAct(CHANGE_CALENDAR);
  const { id, year, version, decisionNumber, issuer, decidedOn, daysOff, daysWorked } = calendar;
  const [typed, setTyped] = useState<Typed>({ decisionNumber, issuer, decidedOn, daysOff, daysWorked });
  const [reason, setReason] = useState('');
  const change = async () => {
    const outcome = await run({ ...inputOf(typed), calendarId: id, version, reason });
    if (outcome.kind === 'done') onClose(year);
  };
  return (
    <Panel title={<Trans>Sửa lịch làm việc năm {String(year)}</Trans>}>
      <Form onSubmit={() => void change()} refusal={refusal} broken={broken}>
        <Notice {...{ typed, setTyped, refusal }} />
        <YearOfDays
          year={year}
          marked={typed}
          onChange={(marked) => {
            setTyped({ ...typed, ...marked });
          }}
        />
        <TextAreaField
          label={<Trans>Lý do sửa</Trans>}
          hint={<Trans>Thời hạn đã thông báo trước đây được giữ nguyên.</Trans>}
          name="reason"
          rows={2}
          limit={1000}
          value={reason}
          onChange={setReason}
          error={errorAt(refusal, 'reason')}
        />
        <Acts busy={busy} onClose={onClose} />
      </Form>
    </Panel>
  );
}

interface NoticeProps {
  readonly typed: Typed;
  readonly setTyped: (typed: Typed) => void;
  readonly refusal: Refusal | null;
}

/** The notice that the list is typed from. */
function Notice({ typed, setTyped, refusal }: NoticeProps) {
  const field = fieldProps(typed, setTyped, refusal);
  return (
    <div className={styles.pair}>
      <TextField label={<Trans>Số văn bản</Trans>} {...field('decisionNumber')} />
      <TextField label={<Trans>Cơ quan ban hành</Trans>} {...field('issuer')} />
      <TextField label={<Trans>Ngày ban hành</Trans>} type="date" {...field('decidedOn')} />
    </div>
  );
}

function Acts({ busy, onClose }: { readonly busy: boolean; readonly onClose: (year: number | null) => void }) {
  return (
    <FormActs>
      <Button type="submit" kind="primary" busy={busy}>
        <Trans>Lưu lịch</Trans>
      </Button>
      <Button
        onClick={() => {
          onClose(null);
        }}
      >
        <Trans>Không lưu</Trans>
      </Button>
    </FormActs>
  );
}
