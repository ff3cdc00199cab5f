import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../../api/ask';
import { may, useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { LinkButton } from '../../../ui/button';
import { DataTable } from '../../../ui/data-table';
import { day, named } from '../../../ui/format';
import { Check, Lock } from '../../../ui/icons';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { StateMark } from '../../../ui/state-mark';
import { League } from '../parts/league';
import { PERIODS, type PeriodRow } from '../period.query';

const ROWS = 25;

/** All reporting periods, the newest first: until when communes report, and which are closed. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const [after, setAfter] = useState<string>();
  const asked = useAsk(PERIODS, { first: ROWS, after: after ?? null });
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
        file={{ list: 'reportingPeriods', filter: {} }}
        of={{ ...asked, data: asked.data?.reportingPeriods }}
        rowKey={({ id }) => id}
        cards
        onPage={setAfter}
        isFirstPage={after === undefined}
        columns={[
          { key: 'name', names: true, head: t`Kỳ`, cell: (row) => <Name row={row} /> },
          {
            key: 'window',
            head: t`Số liệu từ ngày, đến ngày`,
            cell: ({ startsOn, endsOn }) => <span className="no-break">{`${day(startsOn)} – ${day(endsOn)}`}</span>,
          },
          { key: 'due', head: t`Hạn gửi`, cell: ({ dueOn }) => <span className="no-break">{day(dueOn)}</span> },
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
      {asked.data && may(me, 'report:approve') && (
        <League periods={asked.data.reportingPeriods.edges.map(({ node }) => node)} now={asked.data.serverTime} />
      )}
    </>
  );
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
