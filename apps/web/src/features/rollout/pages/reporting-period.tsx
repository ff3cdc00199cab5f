import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useWhole } from '../../../api/ask-whole';
import { type Nudgeable, nudgeableOf } from '../../../api/nudge.query';
import { Bar } from '../../../ui/bar';
import { ExportButton } from '../../../ui/export-button';
import { day, named, number, percent } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Check, ChevronRight, Clock, Warning } from '../../../ui/icons';
import { Answer, Empty } from '../../../ui/note';
import { NudgeButton } from '../../../ui/nudge-button';
import { PageHead, Panel } from '../../../ui/panel';
import { StateMark } from '../../../ui/state-mark';
import { ClosePeriod } from '../parts/close-period';
import { ExceptionRequests } from '../parts/exception-requests';
import { PeriodExceptions } from '../parts/period-exceptions';
import styles from '../parts/report.module.css';
import { PERIOD, type PeriodPage } from '../period.query';
import { PeriodState } from './reporting-periods';

type RatesRead = PeriodPage['reportingRates'][number];
type UnitRow = RatesRead['units'][number];

/** One reporting period: which communes have reported, which wait for approval, and who asks for more time. */
export function Page() {
  const { t } = useLingui();
  const { periodId } = useParams({ from: '/inside/reports/$periodId' });
  const asked = useWhole(PERIOD, { id: periodId }, 'exceptionRequests');
  const period = asked.data?.reportingPeriod;
  const title = period ? named(period) : t`Kỳ báo cáo`;
  return (
    <>
      <Bar crumbs={[{ label: t`Kỳ báo cáo`, link: { to: '/reporting-periods' } }, { label: title }]} />
      <Answer of={asked}>
        {({ reportingPeriod, reportingRates: [rates], exceptionRequests, ...told }) =>
          reportingPeriod && rates ? (
            <>
              <PageHead
                title={title}
                acts={
                  <>
                    <ExportButton list="reports" filter={{ periodId, order: 'UNIT' }} />
                    {reportingPeriod.canManage && !reportingPeriod.closedAt && (
                      <ClosePeriod of={reportingPeriod} units={rates.units} again={asked.again} />
                    )}
                  </>
                }
              >
                {day(reportingPeriod.startsOn)} – {day(reportingPeriod.endsOn)} · <Trans>hạn gửi {day(reportingPeriod.dueOn)}</Trans>{' '}
                <PeriodState row={reportingPeriod} />
              </PageHead>
              <div className={styles.page}>
                <ExceptionRequests periodId={periodId} requests={exceptionRequests.edges.map(({ node }) => node)} again={asked.again} />
                <PeriodExceptions of={reportingPeriod.exceptions} again={asked.again} />
                <Panel flush title={<Rates of={rates} />}>
                  {rates.units.length === 0 ? (
                    <Empty title={<Trans>Không có đơn vị nào phải báo cáo kỳ này</Trans>} />
                  ) : (
                    <ul role="list">
                      {rates.units.map((row) => (
                        <UnitLine
                          key={row.unit.id}
                          row={row}
                          periodId={periodId}
                          now={new Date(told.serverTime)}
                          nudge={row.nudge && nudgeableOf(row.nudge, told)}
                          onNudged={asked.again}
                        />
                      ))}
                    </ul>
                  )}
                </Panel>
              </div>
            </>
          ) : (
            <>
              <PageHead title={t`Kỳ báo cáo`} />
              <Empty title={<Trans>Không có kỳ báo cáo này, hoặc ông/bà không xem được</Trans>} />
            </>
          )
        }
      </Answer>
    </>
  );
}

function Rates({ of: { received, expected, onTimeRate } }: { readonly of: RatesRead }) {
  return (
    <>
      <Trans>
        Đã nhận {number(received)} trên {number(expected)} báo cáo
      </Trans>
      {onTimeRate !== null && (
        <span className="secondary">
          {' · '}
          <Trans>đúng hạn {percent(onTimeRate)}</Trans>
        </span>
      )}
    </>
  );
}

interface UnitLineProps {
  readonly row: UnitRow;
  readonly periodId: string;
  readonly now: Date;
  readonly nudge: Nudgeable | null;
  readonly onNudged: () => void;
}

function UnitLine({ row, periodId, now, nudge, onNudged }: UnitLineProps) {
  return (
    <li className={styles.line}>
      <Link className={styles.row} to="/reports/$periodId/$unitId" params={{ periodId, unitId: row.unit.id }}>
        <span className={styles.words}>
          <strong>{named(row.unit)}</strong>
          {row.received && !row.onTime && (
            <span className="caption">
              <Trans>gửi sau hạn</Trans>
            </span>
          )}
        </span>
        <UnitState row={row} />
        <Icon of={ChevronRight} />
      </Link>
      {nudge && (
        <p className={styles.nudge}>
          <NudgeButton of={nudge} holder={named(row.unit)} now={now} onNudged={onNudged} />
        </p>
      )}
    </li>
  );
}

function UnitState({ row: { state, expected, received } }: { readonly row: UnitRow }) {
  if (state === 'APPROVED') {
    return (
      <StateMark tone="done" icon={Check}>
        <Trans>Đã duyệt</Trans>
      </StateMark>
    );
  }
  if (state === 'SUBMITTED') {
    return (
      <StateMark tone="soon" icon={Clock}>
        <Trans>Chờ duyệt</Trans>
      </StateMark>
    );
  }
  if (state === 'RETURNED') {
    return (
      <StateMark tone="soon" icon={Warning}>
        <Trans>Đã trả lại</Trans>
      </StateMark>
    );
  }
  if (!expected) {
    return (
      <StateMark>
        <Trans>Không phải báo cáo</Trans>
      </StateMark>
    );
  }
  return received ? null : (
    <StateMark>
      <Trans>Chưa gửi</Trans>
    </StateMark>
  );
}
