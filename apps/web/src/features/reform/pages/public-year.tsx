import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { named } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { PublicHead, PublicPage } from '../../../ui/public-page';
import { DemoMark } from '../../../ui/state-mark';
import { PUBLIC_INDEX_YEAR } from '../index.query';
import { YearTable, YearWords } from '../parts/year-table';
import styles from '../reform.module.css';

/** Totals and fields of a year that is settled, for anyone. */
export function Page() {
  const { t } = useLingui();
  const { yearId } = useParams({ from: '/public/reform-index/$yearId' });
  const asked = useAsk(PUBLIC_INDEX_YEAR, { yearId });
  return (
    <PublicPage>
      <Answer of={asked}>
        {({ publicIndexYear: year }) =>
          year === null ? (
            <Empty title={<Trans>Năm này chưa công bố.</Trans>} />
          ) : (
            <>
              <PublicHead title={t`Chỉ số cải cách hành chính năm ${String(year.year)}`}>
                <div className={styles.lead}>
                  {year.scheme.illustrative && <DemoMark />}
                  <Link to="/reform-index">
                    <Trans>Các năm khác</Trans>
                  </Link>
                </div>
                <YearWords of={year} />
              </PublicHead>
              <div className={styles.below}>
                <YearTable of={year} unit={({ unit }) => named(unit)} />
              </div>
            </>
          )
        }
      </Answer>
    </PublicPage>
  );
}
