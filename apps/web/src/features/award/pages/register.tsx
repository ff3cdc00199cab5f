import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { type Asked, useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { Button, LinkButton } from '../../../ui/button';
import { ColumnChoice, shownColumns } from '../../../ui/column-choice';
import { type Column, type Connection, DataTable } from '../../../ui/data-table';
import { FilterBar, FilterSearch, FilterSelect } from '../../../ui/filter-bar';
import { day, named, number, titled } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { DemoMark, Tag } from '../../../ui/state-mark';
import styles from '../office/prizes.module.css';
import { RecordPayment } from '../office/record-payment';
import { AWARD_REGISTER, CONTESTS_OF_REGISTER, type RegisteredAward } from '../office/register.query';

/** Prizes of all years with what was paid and when, and contests of the past to enter. */
export function Page() {
  const { t } = useLingui();
  const search = useSearch({ from: '/inside/register' });
  const { after, ...filter } = search;
  const navigate = useNavigate({ from: '/register' });
  const go = (next: typeof search) => {
    void navigate({ search: next });
  };
  const [paying, setPaying] = useState<RegisteredAward | null>(null);
  const asking = {
    search: filter.search ?? null,
    year: filter.year ?? null,
    decision: filter.decision ?? null,
    paid: filter.paid === undefined ? null : filter.paid === 'yes',
    order: filter.order ?? null,
  };
  const asked = useAsk(AWARD_REGISTER, { ...asking, after: after ?? null });
  const contests = useAsk(CONTESTS_OF_REGISTER, {});
  const known = (contests.data?.contests.edges ?? []).map(({ node }) => node);
  const years = [...new Set(known.map(({ year }) => year))];
  const columns = useColumns(setPaying);
  const listed: Asked<Connection<RegisteredAward>> = { ...asked, data: asked.data?.awardRegister };
  const narrowed = Object.values({ ...filter, order: undefined, columns: undefined }).some((value) => value !== undefined);
  return (
    <>
      <Bar crumbs={[{ label: t`Sổ khen thưởng` }]} />
      <PageHead
        title={t`Sổ khen thưởng`}
        acts={
          <>
            <LinkButton to="/imports" search={{ kind: 'pastWinners' }}>
              <Trans>Nhập từ tệp</Trans>
            </LinkButton>
            <LinkButton kind="primary" to="/register/new-contest">
              <Trans>Nhập cuộc thi đã qua</Trans>
            </LinkButton>
          </>
        }
      >
        <Trans>Giải thưởng đã công bố của mọi năm, số quyết định, tiền đã chi và ngày chi.</Trans>
      </PageHead>
      <div className={styles.stack}>
        <FilterBar
          label={t`Lọc sổ khen thưởng`}
          onClear={
            narrowed
              ? () => {
                  go({ columns: filter.columns, order: filter.order });
                }
              : undefined
          }
          side={
            <ColumnChoice
              columns={columns}
              chosen={filter.columns}
              onChange={(chosen) => {
                go({ ...search, columns: chosen });
              }}
            />
          }
        >
          <FilterSearch
            label={t`Tên sáng kiến`}
            value={filter.search}
            onChange={(value) => {
              go({ ...filter, search: value });
            }}
          />
          <FilterSelect
            label={t`Năm`}
            value={filter.year === undefined ? undefined : String(filter.year)}
            choices={years.map((year) => ({ value: String(year), label: String(year) }))}
            onChange={(value) => {
              go({ ...filter, year: value === undefined ? undefined : Number(value) });
            }}
          />
          <FilterSearch
            label={t`Số quyết định`}
            value={filter.decision}
            onChange={(value) => {
              go({ ...filter, decision: value });
            }}
          />
          <FilterSelect
            label={t`Chi thưởng`}
            value={filter.paid}
            choices={[
              { value: 'yes', label: t`Đã chi` },
              { value: 'no', label: t`Chưa ghi` },
            ]}
            onChange={(value) => {
              go({ ...filter, paid: value === 'yes' || value === 'no' ? value : undefined });
            }}
          />
        </FilterBar>
        <DataTable
          caption={t`Giải thưởng đã công bố`}
          file={{ list: 'awardRegister', filter: asking }}
          of={listed}
          columns={shownColumns(columns, filter.columns)}
          rowKey={({ id }) => id}
          empty={<Empty title={<Trans>Không có giải nào khớp với điều kiện lọc</Trans>} />}
          order={filter.order ?? 'NEWEST'}
          onOrder={(order) => {
            go({ ...filter, order: order as typeof filter.order });
          }}
          onPage={(cursor) => {
            go({ ...filter, after: cursor });
          }}
          isFirstPage={after === undefined}
          cards
        />
        <Panel title={t`Cuộc thi đã qua, nhập sau`}>
          <ul>
            {known
              .filter(({ recorded }) => recorded)
              .map((contest) => (
                <li key={contest.id}>
                  <Link to="/register/$contestId" params={{ contestId: contest.id }}>
                    {contest.year}: {titled(contest)}
                  </Link>
                </li>
              ))}
          </ul>
        </Panel>
      </div>
      {paying && (
        <RecordPayment
          of={paying}
          onDone={() => {
            setPaying(null);
            asked.again();
          }}
          onClose={() => {
            setPaying(null);
          }}
        />
      )}
    </>
  );
}

function useColumns(pay: (award: RegisteredAward) => void): readonly Column<RegisteredAward>[] {
  const { t } = useLingui();
  return [
    {
      key: 'year',
      inFile: ['year', 'contest'],
      head: t`Năm`,
      numeric: true,
      order: ['OLDEST', 'NEWEST'],
      cell: ({ contest }) => contest.year,
    },
    {
      key: 'title',
      inFile: ['receiptNumber', 'title', 'authors', 'areaCode'],
      head: t`Sáng kiến`,
      names: true,
      order: 'TITLE',
      cell: (row) => (
        <>
          <Link to="/winners/$initiativeId" params={{ initiativeId: row.initiative.id }}>
            {row.initiative.title}
          </Link>{' '}
          {row.illustrative && <DemoMark />}
          <span className={styles.about}>{row.authors.map(({ person }) => person.fullName).join(', ')}</span>
        </>
      ),
    },
    { key: 'unit', inFile: ['unit'], head: t`Đơn vị`, order: 'UNIT', cell: (row) => named(row.unit) },
    {
      key: 'prize',
      inFile: ['tier', 'rank', 'revoked'],
      head: t`Giải`,
      order: 'PRIZE',
      cell: (row) => (
        <>
          {named(row.tier)}{' '}
          {row.revokedAt !== null && (
            <Tag tone="late">
              <Trans>đã thu hồi</Trans>
            </Tag>
          )}
        </>
      ),
    },
    {
      key: 'decision',
      inFile: ['decision', 'decidedOn'],
      head: t`Quyết định`,
      cell: ({ decisionNumber, decidedOn }) =>
        decisionNumber === null || decidedOn === null ? '–' : t`${decisionNumber} ngày ${day(decidedOn)}`,
    },
    { key: 'amount', inFile: ['amount'], head: t`Tiền thưởng (đồng)`, numeric: true, cell: ({ amount }) => number(amount) },
    {
      key: 'paid',
      inFile: ['paidOn', 'paid', 'document'],
      head: t`Đã chi`,
      cell: ({ payment }) =>
        payment ? (
          <>
            {day(payment.paidOn)}
            <span className={styles.about}>
              <Trans>
                {number(payment.amount)} đồng, {payment.document}
              </Trans>
            </span>
          </>
        ) : (
          <span className="secondary">
            <Trans>chưa ghi</Trans>
          </span>
        ),
    },
    {
      key: 'act',
      head: t`Việc`,
      fixed: true,
      cell: (row) =>
        row.canRecordPayment && (
          <Button
            size="small"
            onClick={() => {
              pay(row);
            }}
          >
            {row.payment ? <Trans>Sửa…</Trans> : <Trans>Ghi chi…</Trans>}
            <span className="visually-hidden"> {row.initiative.title}</span>
          </Button>
        ),
    },
  ];
}
