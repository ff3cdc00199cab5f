import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { type Asked } from '../../../api/ask';
import { BY_AGE } from '../../../ui/orders';
import { type Connection, DataTable } from '../../../ui/data-table';
import { day, named, number } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { DemoMark } from '../../../ui/state-mark';
import { type IndexYearsSearch } from '../index';
import { type YearListed } from '../index.query';

interface Listing {
  readonly of: Asked<Connection<YearListed>>;
  readonly search: IndexYearsSearch;
  readonly onSearch: (search: IndexYearsSearch) => void;
  readonly link: (year: YearListed) => ReactNode;
  readonly isPublic?: boolean;
}

/** Years of the index, for offices and for anyone. */
export function YearList({ of, search: { order, after }, onSearch, link, isPublic = false }: Listing) {
  const { t } = useLingui();
  return (
    <DataTable<YearListed>
      caption={t`Các năm đánh giá`}
      file={isPublic ? 'public' : 'few'}
      of={of}
      rowKey={({ id }) => id}
      cards
      order={order ?? 'NEWEST'}
      onOrder={(chosen) => {
        onSearch({ order: chosen as typeof order });
      }}
      onPage={(cursor) => {
        onSearch({ order, after: cursor });
      }}
      isFirstPage={after === undefined}
      columns={[
        {
          key: 'year',
          names: true,
          head: t`Năm`,
          order: BY_AGE,
          cell: (year) => (
            <>
              {link(year)} {year.scheme.illustrative && <DemoMark />}
            </>
          ),
        },
        { key: 'scheme', head: t`Bộ tiêu chí`, cell: ({ scheme }) => named(scheme) },
        ...(isPublic ? [] : [{ key: 'due', head: t`Hạn tự chấm`, cell: ({ selfDueOn }: YearListed) => day(selfDueOn) }]),
        {
          key: 'settled',
          head: t`Đã kết luận`,
          cell: ({ settled, units }) => t`${number(settled)} trên ${number(units)} đơn vị`,
        },
      ]}
      empty={<Empty title={<Trans>Chưa có năm nào</Trans>} />}
    />
  );
}
