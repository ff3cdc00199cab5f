import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { may, useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { LinkButton } from '../../../ui/button';
import { DataTable } from '../../../ui/data-table';
import { day, named } from '../../../ui/format';
import { Check, Lock } from '../../../ui/icons';
import { Empty } from '../../../ui/note';
import { type AgeOrder, BY_AGE } from '../../../ui/orders';
import { PageHead } from '../../../ui/panel';
import { StateMark } from '../../../ui/state-mark';
import { League } from '../parts/league';
import { PERIODS, type PeriodRow } from '../period.query';

const ROWS = 25;

/** All reporting periods, the newest first: until when communes report, and which are closed. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const { order, after } = useSearch({ from: '/inside/reporting-periods' });
  const navigate = useNavigate({ from: '/reporting-periods' });
  const asked = useAsk(PERIODS, { first: ROWS, order: order ?? null, after: after ?? null });
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Kỳ báo cáo` }]} />
      <PageHead
        title={t`Kỳ báo cáo`}
        acts={
          me.canOpenReportingPeriod && (
            <LinkButton to="/reporting-periods/new" kind="primary">
              <Trans>Mở kỳ báo cáo</Trans>
            </LinkButton>
          )
        }
      />
      <DataTable<PeriodRow>
        caption={t`Kỳ báo cáo`}
        file={{ list: 'reportingPeriods', filter: { order: order ?? null } }}
        of={{ ...asked, data: asked.data?.reportingPeriods }}
        rowKey={({ id }) => id}
        cards
        order={order ?? 'NEWEST'}
        onOrder={(next) => void navigate({ search: { order: next as AgeOrder } })}
        onPage={(next) => void navigate({ search: { order, after: next } })}
        isFirstPage={after === undefined}
        columns={[
          { key: 'name', names: true, head: t`Kỳ`, cell: (row) => <Name row={row} /> },
          {
            key: 'window',
            head: t`Số liệu từ ngày, đến ngày`,
            cell: ({ startsOn, endsOn }) => <span className="no-break">{`${day(startsOn)} – ${day(endsOn)}`}</span>,
          },
          { key: 'due', head: t`Hạn gửi`, order: BY_AGE, cell: ({ dueOn }) => <span className="no-break">{day(dueOn)}</span> },
          { key: 'state', head: t`Trạng thái`, cell: (row) => <PeriodState row={row} /> },
        ]}
        empty={
          <Empty title={<Trans>Chưa có kỳ báo cáo nào</Trans>}>
            <p>
              <Trans>Kỳ báo cáo hiện ở đây khi được mở.</Trans>
            </p>
          </Empty>
        }
      />
      {may(me, 'report:approve') && <LatestLeague />}
    </>
  );
}

/** Over the latest periods, whichever page of them is read: where that is the first, it is the same question. */
function LatestLeague() {
  const { data } = useAsk(PERIODS, { first: ROWS, order: null, after: null });
  return data ? <League periods={data.reportingPeriods.edges.map(({ node }) => node)} now={data.serverTime} /> : null;
}

function Name({ row }: { readonly row: PeriodRow }) {
  return (
    <Link to="/reports/$periodId" params={{ periodId: row.id }}>
      {named(row)}
    </Link>
  );
}

/** Open, or closed since when. */
export function PeriodState({ row: { closedAt } }: { readonly row: PeriodRow }) {
  return closedAt ? (
    <StateMark icon={Lock}>
      <Trans>Đã khóa {day(closedAt)}</Trans>
    </StateMark>
  ) : (
    <StateMark tone="ink" icon={Check}>
      <Trans>Đang nhận báo cáo</Trans>
    </StateMark>
  );
}
