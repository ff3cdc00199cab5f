import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type Asked, useAsk } from '../../../api/ask';
import { useWhole } from '../../../api/ask-whole';
import { type ResultOf } from '../../../api/graphql';
import { may, useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { type Column, DataTable, type TableFile } from '../../../ui/data-table';
import { FilterBar, FilterDay, FilterSearch, FilterSelect } from '../../../ui/filter-bar';
import { day, named, number } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { GrantActs } from '../admin/grant-acts';
import { GrantStateMark } from '../admin/grant-state';
import { GRANTS, type HeldGrantRow, PROPOSED_GRANTS } from '../admin/grants.query';
import styles from '../admin/admin.module.css';
import { useRoleNames } from '../role-names';

/** Who holds what for which unit and until when; above it what waits for a second person. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const search = useSearch({ from: '/inside/grants' });
  const filter = {
    search: search.search ?? null,
    role: search.role ?? null,
    unitId: search.unit ?? null,
    endsUntil: search.ends ?? null,
    order: search.order ?? null,
  };
  const held = useAsk(GRANTS, { ...filter, after: search.after ?? null });
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Vai trò và quyền` }]} />
      <PageHead title={t`Vai trò và quyền`} />
      {may(me, 'grant:confirm') && <Waiting onDecided={held.again} />}
      <Held asked={held} filter={filter} />
    </>
  );
}

function Waiting({ onDecided }: { readonly onDecided: () => void }) {
  const roles = useRoleNames();
  const asked = useWhole(PROPOSED_GRANTS, {}, 'proposedGrants');
  const waiting = asked.data?.proposedGrants;
  if (!waiting || waiting.edges.length === 0) return null;
  return (
    <div className={styles.waiting}>
      <Panel title={<Trans>Chờ xác nhận: {number(waiting.totalCount)}</Trans>}>
        {waiting.edges.map(({ node }) => (
          <div key={node.id} className={styles.row}>
            <div>
              <Link to="/people/$personId" params={{ personId: node.person.id }}>
                {node.person.fullName}
              </Link>
              <span className="caption">
                {roles[node.role]} · {named(node.unit)}
                {node.proposedByName !== null && (
                  <>
                    {' · '}
                    <Trans>người đề nghị: {node.proposedByName}</Trans>
                  </>
                )}
                {node.decisionNumber !== null && node.decidedOn !== null && (
                  <>
                    {' · '}
                    <Trans>
                      {node.decisionNumber} ngày {day(node.decidedOn)}
                    </Trans>
                  </>
                )}
              </span>
            </div>
            <GrantStateMark of={node} />
            <GrantActs
              grant={node}
              onDone={() => {
                asked.again();
                onDecided();
              }}
            />
          </div>
        ))}
      </Panel>
    </div>
  );
}

function Held({ asked, filter }: { readonly asked: Asked<ResultOf<typeof GRANTS>>; readonly filter: TableFile['filter'] }) {
  const { t } = useLingui();
  const roles = useRoleNames();
  const search = useSearch({ from: '/inside/grants' });
  const navigate = useNavigate({ from: '/grants' });
  const go = (next: typeof search) => {
    void navigate({ search: next });
  };
  const narrow = (part: typeof search) => {
    go({ ...search, after: undefined, ...part });
  };
  const { after } = search;
  return (
    <>
      <FilterBar
        label={t`Tìm vai trò`}
        onClear={
          [search.search, search.role, search.unit, search.ends].some((value) => value !== undefined)
            ? () => {
                go({ order: search.order });
              }
            : undefined
        }
      >
        <FilterSearch
          label={t`Họ và tên`}
          value={search.search}
          onChange={(value) => {
            narrow({ search: value });
          }}
        />
        <FilterSelect
          label={t`Vai trò`}
          value={search.role}
          choices={Object.entries(roles).map(([value, label]) => ({ value, label }))}
          onChange={(value) => {
            narrow({ role: value as typeof search.role });
          }}
        />
        <FilterDay
          label={t`Hết hạn đến ngày`}
          value={search.ends}
          onChange={(value) => {
            narrow({ ends: value });
          }}
        />
      </FilterBar>
      <DataTable<HeldGrantRow>
        caption={t`Vai trò và quyền`}
        file={{ list: 'grants', filter }}
        of={{ ...asked, data: asked.data?.grants }}
        columns={useColumns(asked.again)}
        rowKey={({ id }) => id}
        pinned
        cards
        order={search.order ?? 'END'}
        onOrder={(order) => {
          narrow({ order: order as typeof search.order });
        }}
        onPage={(cursor) => {
          go({ ...search, after: cursor });
        }}
        isFirstPage={after === undefined}
        empty={<Empty title={<Trans>Không có vai trò nào khớp với điều kiện</Trans>} />}
      />
    </>
  );
}

function useColumns(again: () => void): readonly Column<HeldGrantRow>[] {
  const { t } = useLingui();
  const roles = useRoleNames();
  return [
    {
      key: 'name',
      head: t`Họ và tên`,
      names: true,
      cell: ({ person }) => (
        <Link to="/people/$personId" params={{ personId: person.id }}>
          {person.fullName}
        </Link>
      ),
    },
    { key: 'role', head: t`Vai trò`, cell: ({ role }) => roles[role] },
    { key: 'unit', head: t`Cho đơn vị`, cell: ({ unit }) => named(unit) },
    { key: 'from', head: t`Từ ngày`, cell: ({ validFrom }) => <span className="no-break">{day(validFrom)}</span> },
    {
      key: 'to',
      head: t`Đến ngày`,
      order: ['END', 'END_LAST'],
      cell: ({ validTo }) => <span className="no-break">{validTo === null ? <Trans>không thời hạn</Trans> : day(validTo)}</span>,
    },
    { key: 'state', head: t`Trạng thái`, cell: (row) => <GrantStateMark of={row} /> },
    { key: 'acts', head: t`Thao tác`, fixed: true, cell: (row) => <GrantActs grant={row} onDone={again} /> },
  ];
}
