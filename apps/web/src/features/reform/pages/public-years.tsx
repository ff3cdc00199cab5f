import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { PublicHead, PublicPage } from '../../../ui/public-page';
import { PUBLIC_INDEX_YEARS } from '../index.query';
import { YearList } from '../parts/year-list';
import styles from '../reform.module.css';

/** The reform index of years that are settled, for anyone. */
export function Page() {
  const { t } = useLingui();
  const search = useSearch({ from: '/public/reform-index' });
  const go = useNavigate({ from: '/reform-index' });
  const asked = useAsk(PUBLIC_INDEX_YEARS, { order: search.order ?? null, after: search.after ?? null });
  return (
    <PublicPage>
      <PublicHead title={t`Chỉ số cải cách hành chính`}>
        <Trans>Các năm đã kết luận điểm của mọi đơn vị.</Trans>
      </PublicHead>
      <div className={styles.below}>
        <YearList
          of={{ ...asked, data: asked.data?.publicIndexYears }}
          isPublic
          search={search}
          onSearch={(next) => void go({ search: next, resetScroll: false })}
          link={({ id, year }) => (
            <Link to="/reform-index/$yearId" params={{ yearId: id }}>
              {t`Năm ${String(year)}`}
            </Link>
          )}
        />
      </div>
    </PublicPage>
  );
}
