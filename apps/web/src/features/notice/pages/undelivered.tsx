import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { BY_AGE } from '../../../ui/orders';
import { Bar } from '../../../ui/bar';
import { LinkButton } from '../../../ui/button';
import { ColumnChoice, shownColumns } from '../../../ui/column-choice';
import { type Column, DataTable } from '../../../ui/data-table';
import { FilterBar, FilterSelect } from '../../../ui/filter-bar';
import { dayAndClock, number } from '../../../ui/format';
import { Check, Clock, Minus, Warning } from '../../../ui/icons';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { StateMark } from '../../../ui/state-mark';
import { type UndeliveredKind, type UndeliveredState } from '../choices';
import { DeliveryActs } from '../delivery-acts';
import { HealthPanel } from '../health';
import styles from '../health.module.css';
import { UNDELIVERED, type UndeliveredRow } from '../undelivered.query';

/** Whether the parts of the platform work, and what did not get through: mails, jobs, what one part tells another. */
export function Page() {
  const { t } = useLingui();
  const search = useSearch({ from: '/inside/operation' });
  const navigate = useNavigate({ from: '/operation' });
  const go = (next: typeof search) => {
    void navigate({ search: next });
  };
  const kinds = useKinds();
  const states: Readonly<Record<UndeliveredState, string>> = {
    WAITING: t`Chờ gửi lại`,
    FAILED: t`Không gửi được`,
    DELIVERED: t`Đã gửi được`,
    DISCARDED: t`Đã bỏ`,
  };
  const filter = { kind: search.kind ?? null, state: search.state ?? null, order: search.order ?? null };
  const asked = useAsk(UNDELIVERED, { ...filter, after: search.after ?? null });
  const columns = useColumns(states, asked.again);
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Vận hành` }]} />
      <PageHead
        title={t`Vận hành`}
        acts={
          <LinkButton to="/mails">
            <Trans>Thư đã gửi và chờ gửi</Trans>
          </LinkButton>
        }
      />
      <div className={styles.page}>
        <HealthPanel />
        <div>
          <FilterBar
            label={t`Lọc những gì chưa tới nơi`}
            onClear={
              (search.kind ?? search.state)
                ? () => {
                    go({ columns: search.columns, order: search.order });
                  }
                : undefined
            }
            side={
              <ColumnChoice
                columns={columns}
                chosen={search.columns}
                onChange={(chosen) => {
                  go({ ...search, columns: chosen });
                }}
              />
            }
          >
            <FilterSelect
              label={t`Loại`}
              value={search.kind}
              choices={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
              onChange={(value) => {
                go({ ...search, after: undefined, kind: value as UndeliveredKind | undefined });
              }}
            />
            <FilterSelect
              label={t`Trạng thái`}
              value={search.state}
              choices={Object.entries(states).map(([value, label]) => ({ value, label }))}
              onChange={(value) => {
                go({ ...search, after: undefined, state: value as UndeliveredState | undefined });
              }}
            />
          </FilterBar>
          <DataTable<UndeliveredRow>
            caption={t`Chưa tới nơi`}
            file={{ list: 'undelivered', filter }}
            of={{ ...asked, data: asked.data?.undelivered }}
            columns={shownColumns(columns, search.columns)}
            rowKey={({ id }) => id}
            cards
            order={search.order ?? 'NEWEST'}
            onOrder={(order) => {
              go({ ...search, after: undefined, order: order as typeof search.order });
            }}
            onPage={(after) => {
              go({ ...search, after });
            }}
            isFirstPage={search.after === undefined}
            empty={
              <Empty title={<Trans>Mọi thư và việc chạy nền đều đã tới nơi</Trans>}>
                <p>
                  <Trans>Thư, thông báo hoặc việc chạy nền bị lỗi hiện ở đây, kèm lý do và số lần đã thử.</Trans>
                </p>
              </Empty>
            }
          />
        </div>
      </div>
    </>
  );
}

function useKinds(): Readonly<Record<UndeliveredKind, string>> {
  const { t } = useLingui();
  return { MAIL: t`Thư`, EVENT: t`Tin giữa các bộ phận`, SCHEDULE: t`Việc định kỳ`, JOB: t`Việc chạy nền` };
}

function useColumns(states: Readonly<Record<UndeliveredState, string>>, again: () => void): readonly Column<UndeliveredRow>[] {
  const { t } = useLingui();
  const kinds = useKinds();
  return [
    { key: 'about', inFile: ['about'], head: t`Nội dung`, names: true, cell: ({ about }) => <code>{about}</code> },
    { key: 'kind', inFile: ['kind'], head: t`Loại`, cell: ({ kind }) => kinds[kind] },
    {
      key: 'person',
      head: t`Gửi tới`,
      cell: ({ personId }) =>
        personId === null ? (
          '–'
        ) : (
          <Link to="/people/$personId" params={{ personId }}>
            <Trans>người nhận</Trans>
          </Link>
        ),
    },
    { key: 'state', inFile: ['state'], head: t`Trạng thái`, cell: ({ state }) => <State of={state} word={states[state]} /> },
    { key: 'attempts', inFile: ['attempts'], head: t`Số lần thử`, numeric: true, cell: ({ attempts }) => number(attempts) },
    { key: 'error', inFile: ['error'], head: t`Lý do`, cell: ({ error }) => error ?? '–' },
    {
      key: 'since',
      inFile: ['createdAt'],
      head: t`Từ lúc`,
      order: BY_AGE,
      cell: ({ createdAt }) => <span className="no-break">{dayAndClock(createdAt)}</span>,
    },
    {
      key: 'next',
      inFile: ['nextAttemptAt'],
      head: t`Thử lại lúc`,
      cell: ({ nextAttemptAt }) => <span className="no-break">{nextAttemptAt === null ? '–' : dayAndClock(nextAttemptAt)}</span>,
    },
    { key: 'acts', head: t`Thao tác`, fixed: true, cell: (row) => <DeliveryActs row={row} again={again} /> },
  ];
}

function State({ of, word }: { readonly of: UndeliveredState; readonly word: string }) {
  if (of === 'FAILED')
    return (
      <StateMark tone="late" icon={Warning}>
        {word}
      </StateMark>
    );
  if (of === 'WAITING')
    return (
      <StateMark tone="soon" icon={Clock}>
        {word}
      </StateMark>
    );
  return (
    <StateMark tone={of === 'DELIVERED' ? 'done' : 'plain'} icon={of === 'DELIVERED' ? Check : Minus}>
      {word}
    </StateMark>
  );
}
