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
import { type AdoptionLine, DASHBOARD, type InitiativeLine, type PrizeLine } from '../office/dashboard.query';
import styles from '../office/prizes.module.css';
import { CONTESTS_OF_REGISTER } from '../office/register.query';

type By = 'YEAR' | 'AREA' | 'UNIT';
type DossierState = 'SUBMITTED' | 'RETURNED' | 'ELIGIBLE' | 'REJECTED' | 'WITHDRAWN';
type Counted = 'EXPECTED' | 'IN_USE' | 'OVERDUE';

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
  const of = (line: Line) => narrowed(by, line.key, year);
  const dossiers = (head: string, state: DossierState | undefined, count: (line: InitiativeLine) => number) => ({
    head,
    cell: (line: InitiativeLine) => <To link={{ to: '/dossiers', search: { ...of(line), state } }} count={count(line)} of={line} />,
  });
  const prizes = (head: string, revoked: 'yes' | 'no', count: (line: PrizeLine) => number, say?: (count: number) => string) => ({
    head,
    cell: (line: PrizeLine) => <To link={{ to: '/winners', search: { ...of(line), revoked } }} count={count(line)} of={line} say={say} />,
  });
  const adoptions = (head: string, countedAs: Counted, count: (line: AdoptionLine) => number) => ({
    head,
    cell: (line: AdoptionLine) => <To link={{ to: '/adoptions', search: { ...of(line), countedAs } }} count={count(line)} of={line} />,
  });
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
                  dossiers(t`Đã gửi`, undefined, ({ received }) => received),
                  dossiers(t`Chờ kiểm tra`, 'SUBMITTED', ({ toScreen }) => toScreen),
                  dossiers(t`Trả lại bổ sung`, 'RETURNED', ({ returned }) => returned),
                  dossiers(t`Hợp lệ`, 'ELIGIBLE', ({ eligible }) => eligible),
                  dossiers(t`Không hợp lệ`, 'REJECTED', ({ rejected }) => rejected),
                  dossiers(t`Đã rút`, 'WITHDRAWN', ({ withdrawn }) => withdrawn),
                ]}
              />
              <Counts
                title={t`Giải thưởng đã công bố`}
                by={by}
                lines={prizeCounts}
                columns={[
                  prizes(t`Giải`, 'no', ({ prizes: given }) => given),
                  prizes(t`Đã thu hồi`, 'yes', ({ revoked }) => revoked),
                  prizes(t`Tiền thưởng`, 'no', (line) => Number(line.money), money),
                ]}
              />
              <Counts
                title={t`Áp dụng ở xã, thị trấn`}
                by={by}
                lines={adoptionCounts}
                columns={[
                  {
                    head: t`Sáng kiến nhân rộng`,
                    cell: (line) => <To link={{ to: '/rollouts', search: of(line) }} count={line.rollouts} of={line} />,
                  },
                  adoptions(t`Lượt cần áp dụng`, 'EXPECTED', ({ expected }) => expected),
                  adoptions(t`Đang áp dụng`, 'IN_USE', ({ inUse }) => inUse),
                  { head: t`Tỷ lệ`, cell: ({ coverage }) => (coverage === null ? '–' : percent(coverage)) },
                  adoptions(t`Quá hạn`, 'OVERDUE', ({ overdue }) => overdue),
                ]}
              />
            </>
          )}
        </Answer>
      </div>
    </Printed>
  );
}

/** What a line is narrowed to. */
const narrowed = (by: By, key: string, year: number | undefined) => ({
  year: by === 'YEAR' ? Number(key) : year,
  area: by === 'AREA' ? key : undefined,
  unit: by === 'UNIT' ? key : undefined,
});

interface ToProps {
  readonly link: LinkProps;
  readonly count: number;
  readonly of: Line;
  readonly say?: (count: number) => string;
}

/** A number that leads to what it counts; nothing leads to none. */
function To({ link, count, of, say = number }: ToProps) {
  if (count === 0) return <>{say(0)}</>;
  return (
    <Link {...link}>
      {say(count)}
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
    <div className={styles.whole}>
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
    </div>
  );
}
