import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { LinkButton } from '../../../ui/button';
import { ColumnChoice, shownColumns } from '../../../ui/column-choice';
import { type Column, DataTable, columnsInFile } from '../../../ui/data-table';
import { ExportButton } from '../../../ui/export-button';
import { FilterBar, FilterSearch, FilterSelect } from '../../../ui/filter-bar';
import { day, named } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { AccountMark } from '../admin/account-mark';
import { PEOPLE, type PersonRow } from '../admin/people.query';
import { type AccountState } from '../choices';
import { useRoleNames } from '../role-names';

/** The people of one's units: where they work, what they may do, whether they can sign in. */
export function Page() {
  const { t } = useLingui();
  const search = useSearch({ from: '/inside/people' });
  const navigate = useNavigate({ from: '/people' });
  const go = (next: typeof search) => {
    void navigate({ search: next });
  };
  const narrow = (part: typeof search) => {
    go({ ...search, after: undefined, ...part });
  };
  const roles = useRoleNames();
  const filter = {
    ...{ search: search.search ?? null, role: search.role ?? null, account: search.account ?? null, unitId: search.unit ?? null },
    order: search.order ?? null,
  };
  const asked = useAsk(PEOPLE, { ...filter, after: search.after ?? null });
  const columns = useColumns();
  const shown = shownColumns(columns, search.columns);
  const accounts: Readonly<Record<AccountState, string>> = { OPEN: t`Có tài khoản`, NONE: t`Không có tài khoản`, DISABLED: t`Đã khóa` };
  const narrowed = search.search !== undefined || search.role !== undefined || search.account !== undefined || search.unit !== undefined;
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Người dùng` }]} />
      <PageHead title={t`Người dùng`} acts={<PeopleActs />} />
      <FilterBar
        label={t`Tìm người`}
        onClear={
          narrowed
            ? () => {
                go({});
              }
            : undefined
        }
        side={
          <>
            <ColumnChoice
              columns={columns}
              chosen={search.columns}
              onChange={(chosen) => {
                go({ ...search, columns: chosen });
              }}
            />
            <ExportButton list="people" filter={filter} columns={columnsInFile(shown)} />
          </>
        }
      >
        <FilterSearch
          label={t`Họ và tên hoặc thư điện tử`}
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
        <FilterSelect
          label={t`Tài khoản`}
          value={search.account}
          choices={Object.entries(accounts).map(([value, label]) => ({ value, label }))}
          onChange={(value) => {
            narrow({ account: value as AccountState | undefined });
          }}
        />
      </FilterBar>
      <DataTable<PersonRow>
        caption={t`Người dùng`}
        file="above"
        of={{ ...asked, data: asked.data?.people }}
        columns={shown}
        rowKey={({ id }) => id}
        order={search.order ?? 'NAME'}
        onOrder={(order) => {
          narrow({ order: order as typeof search.order });
        }}
        pinned
        cards
        onPage={(after) => {
          go({ ...search, after });
        }}
        isFirstPage={search.after === undefined}
        empty={
          <Empty title={<Trans>Không có ai khớp với điều kiện</Trans>}>
            <p>
              <Trans>Người của đơn vị mình quản lý hiện ở đây sau khi được thêm hoặc được mời.</Trans>
            </p>
          </Empty>
        }
      />
    </>
  );
}

function PeopleActs() {
  const me = useMe();
  if (!me.canCreatePerson) return null;
  return (
    <>
      <LinkButton to="/imports" search={{ kind: 'people' }}>
        <Trans>Nhập từ tệp</Trans>
      </LinkButton>
      <LinkButton to="/doubles">
        <Trans>Hồ sơ trùng</Trans>
      </LinkButton>
      <LinkButton to="/people/new" kind="primary">
        <Trans>Thêm người</Trans>
      </LinkButton>
    </>
  );
}

function useColumns(): readonly Column<PersonRow>[] {
  const { t } = useLingui();
  const roles = useRoleNames();
  return [
    {
      key: 'name',
      inFile: ['fullName', 'external'],
      head: t`Họ và tên`,
      names: true,
      order: ['NAME', 'NAME_LAST'],
      cell: ({ id, fullName }) => (
        <Link to="/people/$personId" params={{ personId: id }}>
          {fullName}
        </Link>
      ),
    },
    { key: 'unit', inFile: ['unit'], head: t`Đơn vị`, cell: ({ unit }) => (unit ? named(unit) : <Trans>Ngoài cơ quan</Trans>) },
    {
      key: 'position',
      inFile: ['positions'],
      head: t`Chức vụ`,
      away: true,
      cell: ({ positions }) => positions.map(({ titleVi, titleEn }) => named({ nameVi: titleVi, nameEn: titleEn })).join(', ') || '–',
    },
    { key: 'email', inFile: ['email'], head: t`Thư điện tử`, cell: ({ email }) => email ?? '–' },
    { key: 'phone', inFile: ['phone'], head: t`Điện thoại`, away: true, cell: ({ phone }) => phone ?? '–' },
    {
      key: 'roles',
      inFile: ['roles'],
      head: t`Vai trò`,
      cell: ({ grants }) => [...new Set(grants.map(({ role }) => roles[role]))].join(', ') || '–',
    },
    {
      key: 'until',
      inFile: ['rolesUntil'],
      head: t`Vai trò sớm hết nhất`,
      away: true,
      cell: ({ grants }) => {
        const [first] = grants
          .map(({ validTo }) => validTo)
          .filter((validTo) => validTo !== null)
          .sort();
        return first === undefined ? '–' : day(first);
      },
    },
    { key: 'account', inFile: ['hasAccount', 'disabledAt'], head: t`Tài khoản`, cell: (row) => <AccountMark of={row} /> },
  ];
}
