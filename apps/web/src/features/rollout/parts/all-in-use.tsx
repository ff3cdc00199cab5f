import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type Asked } from '../../../api/ask';
import { ADOPTION_STATES, AdoptionMark, useAdoptionWords } from '../../../ui/adoption-mark';
import { type Column, type Connection, DataTable } from '../../../ui/data-table';
import { day, number, percent, titled } from '../../../ui/format';
import { type InUseMatrix, type InUseRow, type InUseSearch } from '../in-use.query';
import styles from './all-in-use.module.css';

interface AllProps {
  readonly asked: Asked<{ readonly publicMatrix: InUseMatrix }>;
  /** The one that the tiles show. */
  readonly chosen: InUseRow;
  readonly search: InUseSearch;
  readonly go: (next: InUseSearch) => void;
}

/** All initiatives that are rolled out, how far each is; its name puts it on the tiles. */
export function AllInUse({ asked, chosen, search, go }: AllProps) {
  const { t } = useLingui();
  const matrix = asked.data?.publicMatrix;
  const listed: Asked<Connection<InUseRow>> = {
    ...asked,
    data: matrix && { edges: matrix.rows.map((node) => ({ node })), pageInfo: matrix.pageInfo, totalCount: matrix.totalCount },
  };
  return (
    <DataTable
      caption={t`Mọi sáng kiến được nhân rộng`}
      file="public"
      of={listed}
      columns={useColumns(chosen, search)}
      rowKey={({ rollout }) => rollout.id}
      inOneOrder="few"
      empty={null}
      onPage={(after) => {
        go({ ...search, initiative: undefined, after });
      }}
      isFirstPage={search.after === undefined}
    />
  );
}

function useColumns(chosen: InUseRow, search: InUseSearch): readonly Column<InUseRow>[] {
  const { t } = useLingui();
  return [
    {
      key: 'title',
      head: t`Sáng kiến`,
      names: true,
      cell: (row) => (
        <Link
          to="/in-use"
          search={{ ...search, initiative: row.initiative.id }}
          hash="where"
          aria-current={row.initiative.id === chosen.initiative.id ? 'true' : undefined}
        >
          {titled(row.rollout)}
        </Link>
      ),
    },
    { key: 'year', head: t`Năm thi`, numeric: true, cell: ({ year }) => year },
    { key: 'since', head: t`Nhân rộng từ`, numeric: true, cell: ({ startedOn }) => day(startedOn) },
    { key: 'used', head: t`Đang dùng`, numeric: true, cell: ({ inUse, expected }) => `${number(inUse)} / ${number(expected)}` },
    { key: 'coverage', head: t`Tỷ lệ`, numeric: true, cell: ({ coverage }) => (coverage === null ? '–' : percent(coverage)) },
    { key: 'states', head: t`Số xã, thị trấn theo tình trạng`, cell: (row) => <Counts of={row} /> },
  ];
}

function Counts({ of: { counts } }: { readonly of: InUseRow }) {
  const words = useAdoptionWords();
  const ordered = [...counts].sort((one, other) => ADOPTION_STATES.indexOf(one.state) - ADOPTION_STATES.indexOf(other.state));
  return (
    <ul className={styles.counts}>
      {ordered.map(({ state, count }) => (
        <li key={state}>
          <AdoptionMark state={state} />
          <span className="visually-hidden">{words[state]}:</span> <span className="num">{number(count)}</span>
        </li>
      ))}
    </ul>
  );
}
