import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../../api/ask';
import { useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { DataTable } from '../../../ui/data-table';
import { FilterBar, FilterSearch, FilterSelect } from '../../../ui/filter-bar';
import { day, named } from '../../../ui/format';
import { Check, Lock } from '../../../ui/icons';
import { Empty } from '../../../ui/note';
import { NAME_ORDERS, type NameOrder } from '../../../ui/orders';
import { PageHead } from '../../../ui/panel';
import { StateMark } from '../../../ui/state-mark';
import { COUNTERS, type CounterRow } from '../counter.query';
import { COUNTER_STATES, type CountersSearch } from '../counters-search';
import { CloseCounter } from '../parts/close-counter';
import { ChangedCounter, NewCounter } from '../parts/counter-form';
import { SheetButton } from '../parts/sheet-button';
import { SlipsButton } from '../parts/slips-button';

/** The counters of the communes, and what hangs at each. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const search: CountersSearch = useSearch({ from: '/inside/counters' });
  const navigate = useNavigate({ from: '/counters' });
  const go = (next: CountersSearch) => {
    void navigate({ search: next, resetScroll: false });
  };
  const filter = { search: search.search ?? null, open: search.state ? search.state === 'open' : null, order: search.order ?? null };
  const narrowed = search.search !== undefined || search.state !== undefined;
  const [typing, setTyping] = useState<CounterRow | 'NEW' | null>(null);
  const asked = useAsk(COUNTERS, { ...filter, after: search.after ?? null });
  const close = (changed: boolean) => {
    setTyping(null);
    if (changed) asked.again();
  };
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Quầy và mã QR` }]} />
      <PageHead
        title={t`Quầy và mã QR`}
        acts={
          me.canOpenCounter &&
          typing === null && (
            <Button
              kind="primary"
              onClick={() => {
                setTyping('NEW');
              }}
            >
              <Trans>Mở quầy</Trans>
            </Button>
          )
        }
      >
        <Trans>Mỗi quầy có một mã không đổi. Tờ dán có mã QR, tên miền và tên đơn vị bằng chữ để người dân nhận ra mã bị dán đè.</Trans>
      </PageHead>
      {typing === 'NEW' && <NewCounter onClose={close} />}
      {typing !== null && typing !== 'NEW' && <ChangedCounter key={typing.id} counter={typing} onClose={close} />}
      <FilterBar
        label={t`Điều kiện tìm`}
        onClear={
          narrowed
            ? () => {
                go({ order: search.order });
              }
            : undefined
        }
      >
        <FilterSearch
          label={t`Tên quầy hoặc mã`}
          value={search.search}
          onChange={(typed) => {
            go({ ...search, after: undefined, search: typed });
          }}
        />
        <FilterSelect
          label={t`Trạng thái`}
          value={search.state}
          choices={[
            { value: 'open', label: t`đang mở` },
            { value: 'closed', label: t`đã đóng hoặc chưa mở` },
          ]}
          onChange={(value) => {
            go({ ...search, after: undefined, state: COUNTER_STATES.find((one) => one === value) });
          }}
        />
      </FilterBar>
      <DataTable<CounterRow>
        caption={t`Quầy và mã QR`}
        file={{ list: 'counters', filter }}
        of={{ ...asked, data: asked.data?.counters }}
        rowKey={({ id }) => id}
        cards
        order={search.order ?? 'NAME'}
        onOrder={(order) => {
          go({ ...search, after: undefined, order: order as NameOrder });
        }}
        onPage={(after) => {
          go({ ...search, after });
        }}
        isFirstPage={search.after === undefined}
        columns={[
          { key: 'name', names: true, head: t`Quầy`, order: NAME_ORDERS, cell: ({ name }) => name },
          { key: 'unit', head: t`Đơn vị`, cell: ({ unit }) => named(unit) },
          { key: 'field', head: t`Lĩnh vực`, cell: ({ fieldName }) => fieldName ?? <Trans>mọi lĩnh vực</Trans> },
          { key: 'code', head: t`Mã`, cell: ({ counterCode }) => <span className="num no-break">{counterCode}</span> },
          { key: 'state', head: t`Trạng thái`, cell: (counter) => <CounterState of={counter} /> },
          {
            key: 'acts',
            fixed: true,
            head: t`Thao tác`,
            cell: (counter) => (
              <>
                <SheetButton counter={counter} paper="A4" /> <SheetButton counter={counter} paper="A5" />{' '}
                {counter.canIssueSlips && <SlipsButton counter={counter} />}{' '}
                {counter.canManage && (
                  <>
                    <Button
                      size="small"
                      onClick={() => {
                        setTyping(counter);
                      }}
                    >
                      <Trans>Sửa</Trans>
                    </Button>{' '}
                    <CloseCounter counter={counter} again={asked.again} />
                  </>
                )}
              </>
            ),
          },
        ]}
        empty={
          narrowed ? (
            <Empty title={<Trans>Không có quầy nào khớp với điều kiện tìm</Trans>} />
          ) : (
            <Empty title={<Trans>Chưa có quầy nào</Trans>} />
          )
        }
      />
    </>
  );
}

function CounterState({ of: { open, openFrom, openTo } }: { readonly of: CounterRow }) {
  if (open && openTo === null)
    return (
      <StateMark tone="done" icon={Check}>
        <Trans>mở từ {day(openFrom)}</Trans>
      </StateMark>
    );
  return openTo === null ? (
    <StateMark>
      <Trans>mở từ {day(openFrom)}</Trans>
    </StateMark>
  ) : (
    <StateMark icon={Lock}>
      <Trans>
        {day(openFrom)} – {day(openTo)}
      </Trans>
    </StateMark>
  );
}
