import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { may, useMe } from '../../../api/session';
import { ActButton } from '../../../ui/act-button';
import { Bar } from '../../../ui/bar';
import { LinkButton } from '../../../ui/button';
import { type Column, DataTable } from '../../../ui/data-table';
import { day, named } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { type AgeOrder, BY_AGE } from '../../../ui/orders';
import { PageHead, Panel } from '../../../ui/panel';
import styles from '../admin/admin.module.css';
import { MergesTable } from '../admin/merges-table';
import { DOUBLES, type DoubleRow, KEEP_APART } from '../admin/merge.query';

/** Records that may be of one person, and those that were merged. */
export function Page() {
  const { t } = useLingui();
  const manages = may(useMe(), 'account:manage');
  return (
    <>
      <Bar crumbs={[{ label: t`Người dùng`, link: { to: '/people' } }, { label: t`Hồ sơ trùng` }]} />
      <PageHead title={t`Hồ sơ trùng của một người`}>
        <Trans>Gộp hồ sơ không xóa gì: một hồ sơ trỏ sang hồ sơ giữ lại, và có thể hủy gộp.</Trans>
      </PageHead>
      <div className={styles.lists}>
        {manages && <Suspected />}
        <Panel title={<Trans>Các lần gộp</Trans>} flush>
          <MergesTable />
        </Panel>
      </div>
    </>
  );
}

function Suspected() {
  const { t } = useLingui();
  const search = useSearch({ from: '/inside/doubles' });
  const navigate = useNavigate({ from: '/doubles' });
  const asked = useAsk(DOUBLES, { order: search.order ?? null, after: search.after ?? null });
  return (
    <Panel title={<Trans>Có thể là một người</Trans>} flush>
      <DataTable<DoubleRow>
        caption={t`Có thể là một người`}
        file={{ list: 'personDoubles', filter: { order: search.order ?? null } }}
        of={{ ...asked, data: asked.data?.personDoubles }}
        columns={useColumns(asked.again)}
        rowKey={({ id }) => id}
        cards
        onPage={(after) => {
          void navigate({ search: (was) => ({ ...was, after }), resetScroll: false });
        }}
        order={search.order ?? 'NEWEST'}
        onOrder={(order) => {
          void navigate({ search: (was) => ({ ...was, order: order as AgeOrder, after: undefined }), resetScroll: false });
        }}
        isFirstPage={search.after === undefined}
        empty={
          <Empty title={<Trans>Không có hồ sơ nào giống nhau</Trans>}>
            <p>
              <Trans>Hồ sơ cùng họ tên trong một đơn vị, hoặc cùng hộp thư, hiện ở đây.</Trans>
            </p>
          </Empty>
        }
      />
    </Panel>
  );
}

function useColumns(again: () => void): readonly Column<DoubleRow>[] {
  const { t } = useLingui();
  const record = ({ id, fullName, email }: DoubleRow['first']) => (
    <>
      <Link to="/people/$personId" params={{ personId: id }}>
        {fullName}
      </Link>
      <span className="caption">{email ?? <Trans>Không có thư điện tử</Trans>}</span>
    </>
  );
  return [
    { key: 'first', head: t`Hồ sơ`, names: true, cell: ({ first }) => record(first) },
    { key: 'second', head: t`Giống với`, cell: ({ second }) => record(second) },
    {
      key: 'why',
      head: t`Giống nhau ở`,
      cell: ({ sameName, sameMailbox }) =>
        sameName && sameMailbox ? t`Họ tên, đơn vị và hộp thư` : sameName ? t`Họ tên và đơn vị` : t`Hộp thư`,
    },
    { key: 'unit', head: t`Đơn vị`, cell: ({ unit }) => (unit ? named(unit) : '–') },
    { key: 'found', head: t`Phát hiện ngày`, order: BY_AGE, cell: ({ foundAt }) => <span className="no-break">{day(foundAt)}</span> },
    { key: 'acts', head: t`Thao tác`, fixed: true, cell: (row) => <Acts of={row} again={again} /> },
  ];
}

function Acts({
  of: { id: doubleId, version, first, second, canKeepApart },
  again,
}: {
  readonly of: DoubleRow;
  readonly again: () => void;
}) {
  const { t } = useLingui();
  const { fullName: firstName } = first;
  return (
    <span className={styles.acts}>
      <LinkButton
        to="/doubles/$mergedId/$keptId"
        params={{ mergedId: second.id, keptId: first.id }}
        size="small"
        aria-label={t`So sánh và gộp, ${firstName}`}
      >
        <Trans>So sánh và gộp</Trans>
      </LinkButton>
      {canKeepApart && (
        <ActButton
          of={KEEP_APART}
          size="small"
          destructive={false}
          name={t`Hai người khác nhau, ${firstName}`}
          title={<Trans>Hai người khác nhau</Trans>}
          act={<Trans>Hai người khác nhau</Trans>}
          keep={<Trans>Quay lại</Trans>}
          reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
          input={(reason) => ({ doubleId, version, reason })}
          said={t`Đã bỏ khỏi danh sách`}
          onDone={again}
        >
          <Trans>Hai hồ sơ này không còn được nêu ở đây.</Trans>
        </ActButton>
      )}
    </span>
  );
}
