import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useWhole } from '../../../api/ask-whole';
import { Bar } from '../../../ui/bar';
import { named } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { DemoMark } from '../../../ui/state-mark';
import { INDEX_YEAR } from '../index.query';
import { YearTable, YearWords } from '../parts/year-table';
import styles from '../reform.module.css';

/** The index of a year, unit by unit. */
export function Page() {
  const { t } = useLingui();
  const { yearId } = useParams({ from: '/inside/index/$yearId' });
  const asked = useWhole(INDEX_YEAR, { yearId }, 'indexYears');
  const year = asked.data?.indexYear?.year;
  return (
    <>
      <Bar
        crumbs={[{ label: t`Chỉ số cải cách hành chính`, link: { to: '/index' } }, { label: year ? t`Năm ${String(year)}` : t`Một năm` }]}
      />
      <Answer of={asked}>
        {({ indexYear, indexYears }) =>
          indexYear === null ? (
            <Empty title={<Trans>Không có năm này, hoặc không mở cho tài khoản này.</Trans>} />
          ) : (
            <>
              <PageHead title={t`Chỉ số cải cách hành chính năm ${String(indexYear.year)}`}>
                {indexYear.scheme.illustrative && <DemoMark />}
              </PageHead>
              <div className={styles.page}>
                <YearWords of={indexYear} />
                <YearTable
                  of={indexYear}
                  file={{ list: 'indexYear', filter: { yearId } }}
                  unit={({ id, unit }) => (
                    <Link to="/index/sheets/$sheetId" params={{ sheetId: id }}>
                      {named(unit)}
                    </Link>
                  )}
                />
                <Others yearId={yearId} years={indexYears.edges.map(({ node }) => node)} />
              </div>
            </>
          )
        }
      </Answer>
    </>
  );
}

interface Comparable {
  readonly id: string;
  readonly year: number;
  readonly settled: number;
}

/** Years that the year can be held against. */
function Others({ yearId, years }: { readonly yearId: string; readonly years: readonly Comparable[] }) {
  const { t } = useLingui();
  const others = years.filter(({ id, settled }) => id !== yearId && settled > 0);
  if (others.length === 0) return null;
  return (
    <Panel title={<Trans>So sánh với năm khác</Trans>}>
      <div className={styles.acts}>
        {others.map(({ id, year }) => (
          <Link key={id} to="/index/$yearId/with/$withId" params={{ yearId, withId: id }}>
            {t`So với năm ${String(year)}`}
          </Link>
        ))}
      </div>
    </Panel>
  );
}
