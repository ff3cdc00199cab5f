import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { may, useMe } from '../../../api/session';
import { BY_AGE } from '../../../ui/orders';
import { Bar } from '../../../ui/bar';
import { DataTable } from '../../../ui/data-table';
import { FilterBar, FilterSelect } from '../../../ui/filter-bar';
import { named, number } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { DemoMark } from '../../../ui/state-mark';
import { type ActionCounts, type ActionRow, CORRECTIVE_ACTIONS } from '../action.query';
import { ACTION_STATES, type ActionsSearch } from '../actions-search';
import { ActionDrawer } from '../parts/action-drawer';
import { ActionMark, Due, useActionWords } from '../parts/action-words';
import styles from './actions.module.css';

/** What units do about what citizens say, and whether it worked: for heads, the office and the leaders. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const words = useActionWords();
  const search: ActionsSearch = useSearch({ from: '/inside/actions' });
  const navigate = useNavigate({ from: '/actions' });
  const go = (change: ActionsSearch) => {
    void navigate({ search: (was) => ({ ...was, ...change }), resetScroll: false });
  };
  const filter = { states: search.state ? [search.state] : null, order: search.order ?? null };
  const asked = useAsk(CORRECTIVE_ACTIONS, { ...filter, after: search.after ?? null });
  const counts = asked.data?.actionCounts;
  const opened = asked.data?.correctiveActions.edges.find(({ node }) => node.id === search.action)?.node;
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Biện pháp khắc phục` }]} />
      <PageHead title={t`Biện pháp khắc phục`}>
        <Trans>
          Việc đơn vị làm sau một tín hiệu, phản ánh hoặc kết luận kiểm tra. Người khác xác minh đã làm; bốn tuần sau mới xem có hiệu quả
          hay không.
        </Trans>
        {counts && <InNumbers of={counts} />}
      </PageHead>
      <div className={styles.page}>
        <FilterBar
          label={t`Điều kiện xem`}
          onClear={
            search.state &&
            (() => {
              go({ state: undefined, after: undefined });
            })
          }
        >
          <FilterSelect
            label={t`Bước`}
            value={search.state}
            choices={ACTION_STATES.map((state) => ({
              value: state,
              label: words[state],
              count: counts?.counts.find((one) => one.state === state)?.count,
            }))}
            onChange={(value) => {
              go({ state: ACTION_STATES.find((state) => state === value), after: undefined, action: undefined });
            }}
          />
        </FilterBar>
        <DataTable<ActionRow>
          caption={t`Biện pháp khắc phục`}
          file={may(me, 'action:read') ? { list: 'correctiveActions', filter } : 'few'}
          of={{ ...asked, data: asked.data?.correctiveActions }}
          rowKey={({ id }) => id}
          cards
          order={search.order ?? 'NEWEST'}
          onOrder={(order) => {
            go({ order: order as typeof search.order, after: undefined, action: undefined });
          }}
          onPage={(after) => {
            go({ after, action: undefined });
          }}
          isFirstPage={search.after === undefined}
          columns={[
            {
              key: 'remedy',
              names: true,
              head: t`Biện pháp`,
              cell: ({ id, remedy, illustrative }) => (
                <>
                  <Link to="/actions" search={{ ...search, action: id }} resetScroll={false}>
                    {remedy}
                  </Link>{' '}
                  {illustrative && <DemoMark />}
                </>
              ),
            },
            { key: 'unit', head: t`Đơn vị`, cell: ({ unit }) => named(unit) },
            { key: 'owner', head: t`Chịu trách nhiệm`, cell: ({ ownerName }) => ownerName },
            { key: 'due', head: t`Hạn thực hiện`, order: BY_AGE, cell: (action) => <Due of={action} /> },
            { key: 'state', head: t`Bước`, cell: (action) => <ActionMark of={action} /> },
          ]}
          empty={
            <Empty title={<Trans>Không có biện pháp nào</Trans>}>
              <Trans>Biện pháp được lập tại trang Tín hiệu và phản ánh.</Trans>
            </Empty>
          }
        />
      </div>
      {opened && (
        <ActionDrawer
          of={opened}
          again={asked.again}
          onClose={() => {
            go({ action: undefined });
          }}
        />
      )}
    </>
  );
}

function InNumbers({ of: { due, inTime, checked, effective } }: { readonly of: ActionCounts }) {
  return (
    <p>
      <Trans>
        Đã đến hạn {number(due)}, báo làm đúng hạn {number(inTime)}. Đã biết kết quả {number(checked)}, có hiệu quả {number(effective)}.
      </Trans>
    </p>
  );
}
