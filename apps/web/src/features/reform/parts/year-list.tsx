import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { type Asked } from '../../../api/ask';
import { DataTable } from '../../../ui/data-table';
import { day, named, number } from '../../../ui/format';
import { whole } from '../../../ui/given';
import { Empty } from '../../../ui/note';
import { DemoMark } from '../../../ui/state-mark';
import { type YearListed } from '../index.query';

interface Listing<Data> {
  readonly of: Asked<Data>;
  readonly years: (data: Data) => readonly YearListed[];
  readonly link: (year: YearListed) => ReactNode;
  readonly isPublic?: boolean;
}

/** Years of the index, for offices and for anyone. */
export function YearList<Data>({ of, years, link, isPublic = false }: Listing<Data>) {
  const { t } = useLingui();
  return (
    <DataTable<YearListed>
      caption={t`Các năm đánh giá`}
      file={isPublic ? 'public' : 'few'}
      of={{ ...of, data: of.data && whole(years(of.data)) }}
      rowKey={({ id }) => id}
      cards
      columns={[
        {
          key: 'year',
          names: true,
          head: t`Năm`,
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
