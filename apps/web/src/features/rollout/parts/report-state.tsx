import { Trans } from '@lingui/react/macro';
import { day } from '../../../ui/format';
import { Check, Clock, Edit, Lock, Warning } from '../../../ui/icons';
import { StateMark } from '../../../ui/state-mark';
import { type MyReportRow } from '../report.query';

type StandingReport = Pick<MyReportRow, 'state' | 'canReport'> & { readonly period: Pick<MyReportRow['period'], 'dueOn'> };

/** Where a report stands, and until when it is due where it still is. */
export function ReportStateMark({ row: { state, canReport, period }, now }: { readonly row: StandingReport; readonly now: string }) {
  const late = canReport && Date.parse(`${period.dueOn}T23:59:59+07:00`) < Date.parse(now);
  switch (state) {
    case 'APPROVED':
      return (
        <StateMark tone="done" icon={Check}>
          <Trans>Đã duyệt</Trans>
        </StateMark>
      );
    case 'SUBMITTED':
      return (
        <StateMark tone="done" icon={Check}>
          <Trans>Đã gửi, chờ duyệt</Trans>
        </StateMark>
      );
    case 'RETURNED':
      return (
        <StateMark tone="late" icon={Warning}>
          <Trans>Được trả lại, hạn {day(period.dueOn)}</Trans>
        </StateMark>
      );
    case 'DRAFT':
    case null:
      if (!canReport) {
        return (
          <StateMark icon={Lock}>
            <Trans>Đã khóa, xem vì sao</Trans>
          </StateMark>
        );
      }
      return late ? (
        <StateMark tone="late" icon={Warning}>
          <Trans>Quá hạn từ {day(period.dueOn)}</Trans>
        </StateMark>
      ) : (
        <StateMark tone="soon" icon={state === 'DRAFT' ? Edit : Clock}>
          <Trans>Hạn {day(period.dueOn)}</Trans>
        </StateMark>
      );
  }
}
