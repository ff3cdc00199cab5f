import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type Asked, useAsk } from '../../../api/ask';
import { Button } from '../../../ui/button';
import { type Column, type Connection, DataTable } from '../../../ui/data-table';
import { day, named } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { BY_AGE } from '../../../ui/orders';
import { PublicHead, PublicPage } from '../../../ui/public-page';
import { DemoMark, Tag } from '../../../ui/state-mark';
import { WinnerFilters, type WinnersFilter } from '../parts/winner-filters';
import { type WinnerOrder } from '../winner-orders';
import { WINNERS, type Winner } from '../winners.query';
import styles from './winners.module.css';

/** Prizes of all years; what is looked for and where one stands is in the address, so that it can be passed on. */
export function Page() {
  const { t } = useLingui();
  const { after, order, ...filter } = useSearch({ from: '/public/winners' });
  const navigate = useNavigate({ from: '/winners' });
  const go = (next: WinnersFilter & { readonly after?: string; readonly order?: WinnerOrder }) => {
    void navigate({ search: { order, ...next } });
  };
  const { search, year, area, unit, prize, revoked } = filter;
  const variables = {
    search: search ?? null,
    year: year ?? null,
    areaId: area ?? null,
    unitId: unit ?? null,
    tierKey: prize ?? null,
    revoked: revoked === undefined ? null : revoked === 'yes',
    order: order ?? null,
    after: after ?? null,
  };
  const asked = useAsk(WINNERS, variables);
  const listed: Asked<Connection<Winner>> = { ...asked, data: asked.data?.winners };
  const count = asked.data?.winners.totalCount;
  return (
    <PublicPage>
      <PublicHead title={t`Kết quả các năm`}>
        <Trans>Sáng kiến đạt giải của mọi cuộc thi đã công bố. Địa chỉ trang giữ nguyên điều kiện tìm, có thể gửi cho người khác.</Trans>
      </PublicHead>
      <WinnerFilters filter={filter} onChange={go} />
      <p className={styles.count} role="status">
        {count !== undefined && count > 0 && <Plural value={count} one="# giải thưởng" other="# giải thưởng" />}
        {(asked.data?.winners.edges ?? []).some(({ node }) => node.illustrative) && <DemoMark />}
      </p>
      <div className={styles.list}>
        <DataTable
          caption={t`Sáng kiến đạt giải`}
          file="public"
          of={listed}
          columns={useColumns()}
          rowKey={({ id }) => id}
          empty={<NothingFound filter={filter} go={go} />}
          onPage={(cursor) => {
            go({ ...filter, after: cursor });
          }}
          isFirstPage={after === undefined}
          order={order ?? 'NEWEST'}
          onOrder={(chosen) => {
            go({ ...filter, order: chosen as WinnerOrder });
          }}
        />
      </div>
      {after !== undefined && (
        <p className={styles.back}>
          <Button
            onClick={() => {
              history.back();
            }}
          >
            <Trans>Trang trước</Trans>
          </Button>
        </p>
      )}
    </PublicPage>
  );
}

function useColumns(): readonly Column<Winner>[] {
  const { t } = useLingui();
  return [
    { key: 'year', head: t`Năm`, numeric: true, order: BY_AGE, cell: ({ contest }) => contest.year },
    { key: 'prize', head: t`Giải`, order: 'PRIZE', cell: (winner) => <Prize of={winner} /> },
    {
      key: 'title',
      head: t`Sáng kiến`,
      names: true,
      order: 'TITLE',
      cell: ({ initiative }) => (
        <Link to="/winners/$initiativeId" params={{ initiativeId: initiative.id }}>
          {initiative.title}
        </Link>
      ),
    },
    { key: 'authors', head: t`Tác giả`, cell: ({ authors }) => authors.map(({ person }) => person.fullName).join(', ') },
    { key: 'unit', head: t`Đơn vị`, order: 'UNIT', cell: ({ unit }) => named(unit) },
    { key: 'decision', head: t`Quyết định`, cell: (winner) => <Decision of={winner} /> },
  ];
}

function Prize({ of }: { readonly of: Winner }) {
  return (
    <>
      {named(of.tier)}{' '}
      {of.revokedAt !== null && (
        <Tag>
          <Trans>đã thu hồi</Trans>
        </Tag>
      )}
    </>
  );
}

function Decision({ of: { decisionNumber, decidedOn } }: { readonly of: Winner }) {
  if (decisionNumber === null) return <>–</>;
  if (decidedOn === null) return <>{decisionNumber}</>;
  return (
    <Trans>
      {decisionNumber} ngày {day(decidedOn)}
    </Trans>
  );
}

function NothingFound({ filter, go }: { readonly filter: WinnersFilter; readonly go: (filter: WinnersFilter) => void }) {
  if (Object.values(filter).every((value) => value === undefined))
    return (
      <Empty title={<Trans>Chưa có kết quả nào được công bố</Trans>}>
        <p>
          <Trans>Sáng kiến đạt giải hiện ở đây sau khi có quyết định công nhận.</Trans>
        </p>
      </Empty>
    );
  return (
    <Empty title={<Trans>Không có sáng kiến nào khớp với điều kiện tìm</Trans>}>
      <p>
        <Button
          onClick={() => {
            go({});
          }}
        >
          <Trans>Bỏ mọi điều kiện</Trans>
        </Button>
      </p>
    </Empty>
  );
}
