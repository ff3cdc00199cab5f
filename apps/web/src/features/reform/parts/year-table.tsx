import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { type Column, DataTable, type TableFile } from '../../../ui/data-table';
import { day, named, number, percent } from '../../../ui/format';
import { given } from '../../../ui/given';
import { Empty, Note } from '../../../ui/note';
import { type YearRow, type YearShown } from '../index.query';
import styles from '../reform.module.css';
import { SheetMark } from './words';

/** Units by fields, with totals, what they are of the maximum, and places once all are settled. */
export function YearTable({
  of,
  unit,
  file,
}: {
  readonly of: YearShown;
  readonly unit: (row: YearRow) => ReactNode;
  readonly file?: TableFile;
}) {
  const { t } = useLingui();
  const byRank = of.rows.toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0));
  return (
    <DataTable<YearRow>
      caption={t`Kết quả năm ${String(of.year)}`}
      file={file ?? 'public'}
      of={given(byRank)}
      rowKey={({ id }) => id}
      inOneOrder="result"
      cards
      pinned
      columns={useColumns(of, unit, file === undefined)}
      empty={<Empty title={<Trans>Chưa có đơn vị nào được kết luận</Trans>} />}
    />
  );
}

function useColumns(of: YearShown, unit: (row: YearRow) => ReactNode, isPublic: boolean): readonly Column<YearRow>[] {
  const { t } = useLingui();
  const state: Column<YearRow> = { key: 'state', head: t`Tình trạng`, cell: (row) => <SheetMark state={row.state} /> };
  const share: Column<YearRow> = {
    key: 'share',
    numeric: true,
    head: t`Tỷ lệ`,
    cell: ({ sharePercent }) => (sharePercent === null ? '–' : percent(sharePercent)),
  };
  return [
    { key: 'unit', names: true, head: t`Đơn vị`, cell: unit },
    { key: 'rank', numeric: true, head: t`Xếp hạng`, cell: ({ rank }) => (rank === null ? '–' : number(rank)) },
    {
      key: 'total',
      numeric: true,
      head: t`Tổng điểm (tối đa ${number(of.scheme.total)})`,
      cell: ({ total }) => (total === null ? '–' : number(total)),
    },
    // Of a hundred, points are the share.
    ...(Number(of.scheme.total) === 100 ? [] : [share]),
    ...(isPublic || of.settled === of.units ? [] : [state]),
    ...of.fields.map((field): Column<YearRow> => ({
      key: field.id,
      numeric: true,
      head: <span className={styles.fieldHead}>{t`${field.criterionCode}. ${named(field)} (${number(field.maximum)})`}</span>,
      cell: ({ fields }) => {
        const found = fields.find(({ fieldId }) => fieldId === field.id);
        return found ? number(found.points) : '–';
      },
    })),
  ];
}

/** What the table says of itself: by which scheme, and why nobody has a place yet. */
export function YearWords({ of }: { readonly of: YearShown }) {
  const { scheme } = of;
  return (
    <>
      <p className="secondary">
        <Trans>
          {named(scheme)}, Quyết định số {scheme.decisionNumber} ngày {day(scheme.decidedOn)}, {scheme.issuer}.
        </Trans>
      </p>
      {of.settled < of.units && (
        <Note>
          <Trans>
            Đã kết luận {number(of.settled)} trên {number(of.units)} đơn vị. Xếp hạng khi mọi đơn vị đã được kết luận; điểm của đơn vị chưa
            kết luận chỉ đơn vị đó và cơ quan phụ trách xem được.
          </Trans>
        </Note>
      )}
    </>
  );
}
