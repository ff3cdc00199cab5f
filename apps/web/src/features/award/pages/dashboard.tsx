import { Trans, useLingui } from '@lingui/react/macro';
import { Link, type LinkProps, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { FilterBar, FilterSelect } from '../../../ui/filter-bar';
import { money, named, number, percent } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Print } from '../../../ui/icons';
import { Answer, Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { Printed } from '../../../ui/printed';
import { Segments } from '../../../ui/segments';
import table from '../../../ui/table.module.css';
import { DASHBOARD } from '../office/dashboard.query';
import styles from '../office/prizes.module.css';
import { CONTESTS_OF_REGISTER } from '../office/register.query';

type By = 'YEAR' | 'AREA' | 'UNIT';

interface Line {
  readonly key: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

/** Contests, prizes and adoption in counts: by year, by area, by unit, each number with the way to its rows. */
export function Page() {
  const { t } = useLingui();
  const { by = 'YEAR', year } = useSearch({ from: '/inside/dashboard' });
  const navigate = useNavigate({ from: '/dashboard' });
  const asked = useAsk(DASHBOARD, { by, year: year ?? null });
  const contests = useAsk(CONTESTS_OF_REGISTER, {});
  const years = [...new Set((contests.data?.contests.edges ?? []).map(({ node }) => node.year))];
  const words: Readonly<Record<By, string>> = { YEAR: t`Theo năm`, AREA: t`Theo lĩnh vực`, UNIT: t`Theo đơn vị` };
  return (
    <Printed body={t`Số liệu cuộc thi và nhân rộng`} filters={year === undefined ? words[by] : t`${words[by]}, cuộc thi năm ${year}`}>
      <Bar crumbs={[{ label: t`Số liệu tổng hợp` }]} />
      <PageHead
        title={t`Số liệu tổng hợp`}
        acts={
          <>
            <Segments<By>
              label={t`Cách xếp`}
              value={by}
              onChange={(next) => {
                void navigate({ search: { by: next, year } });
              }}
              choices={(['YEAR', 'AREA', 'UNIT'] as const).map((value) => ({ value, label: words[value] }))}
            />
            <Button
              onClick={() => {
                print();
              }}
            >
              <Icon of={Print} />
              <Trans>In</Trans>
            </Button>
          </>
        }
      >
        <Trans>Số hồ sơ đã gửi, giải đã công bố và việc áp dụng đến hôm nay. Không có điểm chấm nào trong số liệu này.</Trans>
      </PageHead>
      <div className={styles.stack}>
        <FilterBar label={t`Lọc số liệu`}>
          <FilterSelect
            label={t`Năm của cuộc thi`}
            value={year === undefined ? undefined : String(year)}
            choices={years.map((each) => ({ value: String(each), label: String(each) }))}
            onChange={(value) => {
              void navigate({ search: { by, year: value === undefined ? undefined : Number(value) } });
            }}
          />
        </FilterBar>
        <Answer of={asked} rows={6}>
          {({ initiativeCounts, prizeCounts, adoptionCounts }) => (
            <>
              <Counts
                title={t`Hồ sơ dự thi`}
                by={by}
                lines={initiativeCounts}
                columns={[
                  { head: t`Đã gửi`, cell: ({ received }) => number(received) },
                  { head: t`Chờ kiểm tra`, cell: ({ toScreen }) => number(toScreen) },
                  { head: t`Trả lại bổ sung`, cell: ({ returned }) => number(returned) },
                  { head: t`Hợp lệ`, cell: ({ eligible }) => number(eligible) },
                  { head: t`Không hợp lệ`, cell: ({ rejected }) => number(rejected) },
                  { head: t`Đã rút`, cell: ({ withdrawn }) => number(withdrawn) },
                ]}
              />
              <Counts
                title={t`Giải thưởng đã công bố`}
                by={by}
                lines={prizeCounts}
                columns={[
                  {
                    head: t`Giải`,
                    cell: (line) => <To link={{ to: '/winners', search: winnersOf(by, line.key, year) }} count={line.prizes} of={line} />,
                  },
                  { head: t`Đã thu hồi`, cell: ({ revoked }) => number(revoked) },
                  { head: t`Tiền thưởng`, cell: (line) => money(line.money) },
                ]}
              />
              <Counts
                title={t`Áp dụng ở xã, thị trấn`}
                by={by}
                lines={adoptionCounts}
                columns={[
                  {
                    head: t`Sáng kiến nhân rộng`,
                    cell: (line) => <To link={{ to: '/matrix', search: matrixOf(by, line.key, year) }} count={line.rollouts} of={line} />,
                  },
                  { head: t`Lượt cần áp dụng`, cell: ({ expected }) => number(expected) },
                  { head: t`Đang áp dụng`, cell: ({ inUse }) => number(inUse) },
                  { head: t`Tỷ lệ`, cell: ({ coverage }) => (coverage === null ? '–' : percent(coverage)) },
                  {
                    head: t`Quá hạn`,
                    cell: (line) => (
                      <To
                        link={{ to: '/matrix', search: { ...matrixOf(by, line.key, year), overdue: true } }}
                        count={line.overdue}
                        of={line}
                      />
                    ),
                  },
                ]}
              />
            </>
          )}
        </Answer>
      </div>
    </Printed>
  );
}

const winnersOf = (by: By, key: string, year: number | undefined) => ({
  year: by === 'YEAR' ? Number(key) : year,
  area: by === 'AREA' ? key : undefined,
  unit: by === 'UNIT' ? key : undefined,
});

const matrixOf = (by: By, key: string, year: number | undefined) => ({
  year: by === 'YEAR' ? Number(key) : year,
  area: by === 'AREA' ? key : undefined,
});

/** A number that leads to what it counts; nothing leads to none. */
function To({ link, count, of }: { readonly link: LinkProps; readonly count: number; readonly of: Line }) {
  if (count === 0) return <>{number(0)}</>;
  return (
    <Link {...link}>
      {number(count)}
      <span className="visually-hidden"> {named(of)}</span>
    </Link>
  );
}

interface CountsProps<Row extends Line> {
  readonly title: string;
  readonly by: By;
  readonly lines: readonly Row[];
  readonly columns: readonly { readonly head: string; readonly cell: (line: Row) => ReactNode }[];
}

function Counts<Row extends Line>({ title, by, lines, columns }: CountsProps<Row>) {
  const { t } = useLingui();
  return (
    <Panel title={title} flush>
      {lines.length === 0 ? (
        <Empty title={<Trans>Chưa có số liệu</Trans>} />
      ) : (
        <div className={table.frame} tabIndex={0} role="region" aria-label={title}>
          <table className={`${table.table ?? ''} ${table.cards ?? ''}`}>
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{by === 'YEAR' ? t`Năm` : by === 'AREA' ? t`Lĩnh vực` : t`Đơn vị`}</th>
                {columns.map(({ head }) => (
                  <th key={head} scope="col" className={table.number}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.key}>
                  <th scope="row">{named(line)}</th>
                  {columns.map(({ head, cell }) => (
                    <td key={head} className={table.number}>
                      <span className={table.cardHead} aria-hidden="true">
                        {head}
                      </span>
                      <span>{cell(line)}</span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
