import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { useMe } from '../../../api/session';
import { BY_AGE } from '../../../ui/orders';
import { Bar } from '../../../ui/bar';
import { LinkButton } from '../../../ui/button';
import { DataTable } from '../../../ui/data-table';
import { dayAndClock, named, titled } from '../../../ui/format';
import { Clock, Warning } from '../../../ui/icons';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { DemoMark, StateMark } from '../../../ui/state-mark';
import { CONTESTS, type ContestLine } from '../office/setup.query';
import { usePhaseNames } from '../parts/phase-words';

const ROWS = 25;

/** All contests, the newest year first: opening one makes it the one that is worked on. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const { order, after } = useSearch({ from: '/inside/contests' });
  const go = useNavigate({ from: '/contests' });
  const asked = useAsk(CONTESTS, { first: ROWS, order: order ?? null, after: after ?? null });
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Các cuộc thi` }]} />
      <PageHead
        title={t`Các cuộc thi`}
        acts={
          me.canCreateContest && (
            <LinkButton to="/contests/new" kind="primary">
              <Trans>Lập cuộc thi mới</Trans>
            </LinkButton>
          )
        }
      >
        <Trans>Mở một cuộc thi thì danh mục bên trái theo cuộc thi đó.</Trans>
      </PageHead>
      <DataTable<ContestLine>
        caption={t`Các cuộc thi`}
        file={{ list: 'contests', filter: { order: order ?? null } }}
        of={{ ...asked, data: asked.data?.contests }}
        rowKey={({ id }) => id}
        cards
        order={order ?? 'NEWEST'}
        onOrder={(chosen) => void go({ search: { order: chosen as typeof order } })}
        onPage={(cursor) => void go({ search: { order, after: cursor } })}
        isFirstPage={after === undefined}
        columns={[
          { key: 'title', names: true, head: t`Cuộc thi`, cell: (row) => <Title row={row} /> },
          { key: 'year', head: t`Năm`, numeric: true, order: BY_AGE, cell: ({ year }) => year },
          { key: 'host', head: t`Cơ quan tổ chức`, cell: ({ host }) => named(host) },
          { key: 'phase', head: t`Giai đoạn`, cell: (row) => <PhaseOf row={row} /> },
          { key: 'next', head: t`Bước tiếp theo`, cell: (row) => <Next row={row} /> },
        ]}
        empty={
          <Empty title={<Trans>Chưa có cuộc thi nào</Trans>}>
            <p>
              <Trans>Cuộc thi được lập mới hoặc sao từ năm trước hiện ở đây.</Trans>
            </p>
          </Empty>
        }
      />
    </>
  );
}

function Title({ row }: { readonly row: ContestLine }) {
  return (
    <>
      <Link
        to={row.phase === 'DRAFT' || row.recorded ? '/contests/$contestId/setup' : '/contests/$contestId/year'}
        params={{ contestId: row.id }}
      >
        {titled(row)}
      </Link>{' '}
      {row.illustrative && <DemoMark />}
    </>
  );
}

function PhaseOf({ row }: { readonly row: ContestLine }) {
  const names = usePhaseNames();
  if (row.recorded) return <Trans>Ghi lại sau, đã lưu trữ</Trans>;
  if (row.heldAt === null) return <>{names[row.phase]}</>;
  return (
    <StateMark tone="soon" icon={Warning}>
      <Trans>{names[row.phase]}, đang tạm giữ</Trans>
    </StateMark>
  );
}

function Next({ row }: { readonly row: ContestLine }) {
  const names = usePhaseNames();
  if (row.recorded || row.nextPhase === null) return <>–</>;
  const name = names[row.nextPhase];
  if (row.nextPhaseAt === null) return <>{name}</>;
  return (
    <StateMark tone={row.due ? 'soon' : 'plain'} icon={Clock}>
      {name} · {dayAndClock(row.nextPhaseAt)}
    </StateMark>
  );
}
