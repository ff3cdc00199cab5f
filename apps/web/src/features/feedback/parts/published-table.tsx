import { Trans, useLingui } from '@lingui/react/macro';
import { DataTable } from '../../../ui/data-table';
import { named, number, percent } from '../../../ui/format';
import { given } from '../../../ui/given';
import { Empty } from '../../../ui/note';
import { Interval } from '../../../ui/interval';
import { type PublishedRatings, type Share } from '../rating.query';

interface Row {
  readonly key: string;
  readonly unit: string;
  /** Undefined: of the unit as a whole. */
  readonly field?: string | null;
  readonly rank: number | null;
  readonly share: Share | null;
  readonly openShare?: Share | null;
  readonly slipShare?: Share | null;
}

/** A row for each commune, and under it one for each of its fields. */
export function PublishedTable({ units }: { readonly units: PublishedRatings['units'] }) {
  const { t } = useLingui();
  const rows = units.flatMap(({ unit, rank, share, fields }): Row[] => [
    { key: unit.id, unit: named(unit), rank, share },
    ...fields.map(({ fieldName, ...field }) => ({
      ...field,
      key: `${unit.id} ${fieldName ?? ''}`,
      unit: named(unit),
      field: fieldName,
      rank: null,
    })),
  ]);
  return (
    <DataTable<Row>
      caption={t`Theo xã và lĩnh vực`}
      file="public"
      of={given(rows)}
      rowKey={({ key }) => key}
      inOneOrder="given"
      cards
      columns={[
        { key: 'unit', names: true, head: t`Đơn vị`, cell: ({ unit, field }) => (field === undefined ? <strong>{unit}</strong> : unit) },
        {
          key: 'field',
          head: t`Lĩnh vực`,
          cell: ({ field }) => (field === undefined ? <Trans>tất cả</Trans> : (field ?? <Trans>mọi lĩnh vực</Trans>)),
        },
        { key: 'rank', head: t`Hạng`, numeric: true, cell: ({ rank }) => (rank === null ? '–' : number(rank)) },
        { key: 'share', head: t`Hài lòng`, cell: ({ share }) => <Shown of={share} /> },
        { key: 'ratings', head: t`Số đánh giá`, numeric: true, cell: ({ share }) => (share ? number(share.ratings) : '–') },
        {
          key: 'coverage',
          head: t`Trên số hồ sơ`,
          numeric: true,
          cell: ({ share }) => (share?.coverage ? percent(share.coverage, 1) : '–'),
        },
        { key: 'open', head: t`Quét mã tại quầy`, cell: ({ openShare }) => (openShare === undefined ? '–' : <Shown of={openShare} />) },
        { key: 'slip', head: t`Có phiếu`, cell: ({ slipShare }) => (slipShare === undefined ? '–' : <Shown of={slipShare} />) },
      ]}
      empty={<Empty title={<Trans>Không có đánh giá nào trong tháng</Trans>} />}
    />
  );
}

function Shown({ of }: { readonly of: Share | null }) {
  if (of) return <Interval of={of} />;
  return (
    <span className="secondary">
      <Trans>ẩn</Trans>
    </span>
  );
}
