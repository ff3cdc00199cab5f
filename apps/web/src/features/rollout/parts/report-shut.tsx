import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { TextAreaField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { day, dayAndClock } from '../../../ui/format';
import { Note } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { useToast } from '../../../ui/toast';
import { type ExceptionRow, type MyReportRow, REQUEST_EXCEPTION } from '../report.query';
import styles from './report.module.css';

interface ShutProps {
  readonly row: MyReportRow;
  readonly requests: readonly ExceptionRow[];
  readonly again: () => void;
}

/** Why a report cannot be typed now, who can change that, and the way to ask for it. */
export function ReportShut({ row, requests, again }: ShutProps) {
  const [asking, setAsking] = useState(false);
  const why = row.whyNotReport;
  const newest = requests[0];
  if (!why) return null;
  return (
    <>
      <Note tone="soon">
        <p>
          <strong>{why.message}</strong>
        </p>
        {why.code === 'PERIOD_CLOSED' && (
          <p>
            <Trans>Phòng Nội vụ có thể mở lại riêng cho đơn vị, có lý do và thời hạn.</Trans>
          </p>
        )}
        {newest && <Request of={newest} />}
        {row.canRequestException && !asking && (
          <p>
            <Button
              onClick={() => {
                setAsking(true);
              }}
            >
              <Trans>Xin mở lại kỳ báo cáo</Trans>
            </Button>
          </p>
        )}
      </Note>
      {asking && row.canRequestException && (
        <Ask
          row={row}
          onClose={() => {
            setAsking(false);
          }}
          again={again}
        />
      )}
    </>
  );
}

function Request({ of: { state, requestedAt, decisionReason, until } }: { readonly of: ExceptionRow }) {
  if (state === 'REQUESTED') {
    return (
      <p>
        <Trans>Đã xin mở lại lúc {dayAndClock(requestedAt)}, đang chờ Phòng Nội vụ.</Trans>
      </p>
    );
  }
  if (state === 'REFUSED') {
    return (
      <p>
        <Trans>
          Lần xin mở lại ngày {day(requestedAt)} không được đồng ý: {decisionReason}
        </Trans>
      </p>
    );
  }
  return until ? (
    <p>
      <Trans>Đã từng được mở lại đến hết ngày {day(until)}.</Trans>
    </p>
  ) : null;
}

function Ask({
  row: { period, unit },
  onClose,
  again,
}: {
  readonly row: MyReportRow;
  readonly onClose: () => void;
  readonly again: () => void;
}) {
  const toast = useToast();
  const act = useAct(REQUEST_EXCEPTION);
  const [reason, setReason] = useState('');
  const ask = async () => {
    const { kind } = await act.run({ periodId: period.id, unitId: unit.id, reason });
    if (kind !== 'done') return;
    toast(<Trans>Đã gửi đề nghị mở lại kỳ báo cáo.</Trans>);
    onClose();
    again();
  };
  return (
    <Panel title={<Trans>Xin mở lại kỳ báo cáo</Trans>}>
      <div className={styles.page}>
        <Form of={`requestException ${period.id} ${unit.id}`} onSubmit={() => void ask()} refusal={act.refusal} broken={act.broken}>
          <TextAreaField
            label={<Trans>Lý do</Trans>}
            hint={<Trans>Phòng Nội vụ đọc lý do này để quyết định.</Trans>}
            name="reason"
            value={reason}
            onChange={setReason}
            error={errorAt(act.refusal, 'reason')}
            rows={3}
            autoFocus
          />
          <FormActs>
            <Button type="submit" kind="primary" busy={act.busy}>
              <Trans>Gửi đề nghị</Trans>
            </Button>
            <Button onClick={onClose}>
              <Trans>Không xin nữa</Trans>
            </Button>
          </FormActs>
        </Form>
      </div>
    </Panel>
  );
}
