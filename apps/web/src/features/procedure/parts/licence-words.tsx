import { Plural, Trans } from '@lingui/react/macro';
import { day } from '../../../ui/format';
import { Check, Clock, Door, Lock, Warning } from '../../../ui/icons';
import { StateMark } from '../../../ui/state-mark';
import { type Term } from '../licence-kind.query';
import { type LicenceRow } from '../register.query';
import { type ReminderRow } from '../reminder.query';

/** How a licence stands: towards its end while it is in force, else what became of it. */
export function LicenceMark({ of: { state, standing } }: { readonly of: Pick<LicenceRow, 'state' | 'standing'> }) {
  switch (state) {
    case 'RENEWED':
      return (
        <StateMark tone="done" icon={Check}>
          <Trans>đã cấp lại</Trans>
        </StateMark>
      );
    case 'REVOKED':
      return (
        <StateMark icon={Lock}>
          <Trans>bị thu hồi</Trans>
        </StateMark>
      );
    case 'CLOSED':
      return (
        <StateMark icon={Door}>
          <Trans>cơ sở đã nghỉ</Trans>
        </StateMark>
      );
    case 'ACTIVE':
      return <StandingMark of={standing} />;
  }
}

function StandingMark({ of }: { readonly of: LicenceRow['standing'] }) {
  switch (of) {
    case 'DUE':
      return (
        <StateMark tone="soon" icon={Clock}>
          <Trans>đến kỳ nộp hồ sơ</Trans>
        </StateMark>
      );
    case 'OVERDUE':
      return (
        <StateMark tone="late" icon={Warning}>
          <Trans>quá hạn nộp hồ sơ</Trans>
        </StateMark>
      );
    case 'EXPIRED':
      return (
        <StateMark tone="late" icon={Warning}>
          <Trans>đã hết hạn</Trans>
        </StateMark>
      );
    case 'VALID':
    case null:
      return (
        <StateMark tone="done" icon={Check}>
          <Trans>còn hạn</Trans>
        </StateMark>
      );
  }
}

/** Until when the renewal is filed, and the working day before it where that is another. */
export function FileBy({ of: { fileBy, safeOn } }: { readonly of: Pick<LicenceRow, 'fileBy' | 'safeOn'> }) {
  if (fileBy === null) return <>–</>;
  return (
    <>
      <span className="no-break">{day(fileBy)}</span>
      {safeOn !== null && safeOn !== fileBy && (
        <div className="secondary">
          <Trans>ngày nghỉ; nộp chậm nhất {day(safeOn)}</Trans>
        </div>
      )}
    </>
  );
}

/** Which of the reminders before and after the last day to file it is. */
export function StepWord({ of: { wording, daysBefore } }: { readonly of: Pick<ReminderRow, 'wording' | 'daysBefore'> }) {
  switch (wording) {
    case 'BEFORE':
      return <Plural value={daysBefore ?? 0} one="trước hạn nộp # ngày" other="trước hạn nộp # ngày" />;
    case 'OVERDUE':
      return <Trans>sau hạn nộp hồ sơ</Trans>;
    case 'EXPIRED':
      return <Trans>sau khi giấy hết hạn</Trans>;
  }
}

export function ChannelWord({ of }: { readonly of: ReminderRow['channel'] }) {
  switch (of) {
    case 'CALL':
      return <Trans>gọi điện</Trans>;
    case 'LETTER':
      return <Trans>thư giấy</Trans>;
    case 'MAIL':
      return <Trans>thư điện tử</Trans>;
    case 'SMS':
      return <Trans>tin nhắn</Trans>;
    case null:
      return <>–</>;
  }
}

export function ReminderMark({ of: { state, channel } }: { readonly of: Pick<ReminderRow, 'state' | 'channel'> }) {
  switch (state) {
    case 'PLANNED':
      return (
        <StateMark icon={Clock}>
          <Trans>sắp tới</Trans>
        </StateMark>
      );
    case 'DUE':
      return (
        <StateMark tone="soon" icon={Clock}>
          {channel === 'MAIL' ? <Trans>thư điện tử đang gửi</Trans> : <Trans>cần nhắc</Trans>}
        </StateMark>
      );
    case 'REACHED':
      return (
        <StateMark tone="done" icon={Check}>
          <Trans>đã báo qua điện thoại</Trans>
        </StateMark>
      );
    case 'POSTED':
      return (
        <StateMark tone="done" icon={Check}>
          <Trans>đã gửi thư giấy</Trans>
        </StateMark>
      );
    case 'SENT':
      return (
        <StateMark tone="done" icon={Check}>
          {channel === 'SMS' ? <Trans>đã gửi tin nhắn</Trans> : <Trans>đã gửi thư điện tử</Trans>}
        </StateMark>
      );
    case 'FAILED':
      return (
        <StateMark tone="late" icon={Warning}>
          <Trans>không đến được, cần cách khác</Trans>
        </StateMark>
      );
    case 'SUPERSEDED':
      return (
        <StateMark>
          <Trans>bỏ, đã có lần nhắc sau</Trans>
        </StateMark>
      );
    case 'CANCELLED':
      return (
        <StateMark>
          <Trans>không nhắc nữa</Trans>
        </StateMark>
      );
  }
}

/** A length of time, in words. */
export function TermWord({ of: { amount, countedIn } }: { readonly of: Term }) {
  switch (countedIn) {
    case 'DAY':
      return <Plural value={amount} one="# ngày" other="# ngày" />;
    case 'WORKING_DAY':
      return <Plural value={amount} one="# ngày làm việc" other="# ngày làm việc" />;
    case 'MONTH':
      return <Plural value={amount} one="# tháng" other="# tháng" />;
    case 'YEAR':
      return <Plural value={amount} one="# năm" other="# năm" />;
  }
}
