import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { may, useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { PageHead } from '../../../ui/panel';
import { INDEX_YEARS } from '../index.query';
import { OpenYear } from '../parts/open-year';
import { Schemes } from '../parts/schemes';
import { YearList } from '../parts/year-list';
import styles from '../reform.module.css';

/** Years of the index; to the office its schemes too. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const search = useSearch({ from: '/inside/index' });
  const go = useNavigate({ from: '/index' });
  const { order, after } = search;
  const asked = useAsk(INDEX_YEARS, { office: may(me, 'index:read'), order: order ?? null, after: after ?? null });
  const { indexSchemes, indexYears } = asked.data ?? {};
  const opened = (indexYears?.edges ?? []).map(({ node }) => node.year);
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Chỉ số cải cách hành chính` }]} />
      <PageHead
        title={t`Chỉ số cải cách hành chính`}
        acts={me.canOpenIndexYear && <OpenYear schemes={indexSchemes ?? []} opened={opened} again={asked.again} />}
      >
        <Trans>Đơn vị tự chấm theo từng tiêu chí, cơ quan phụ trách thẩm định và kết luận.</Trans>
      </PageHead>
      <div className={styles.page}>
        <YearList
          of={{ ...asked, data: indexYears }}
          search={search}
          onSearch={(next) => void go({ search: next, resetScroll: false })}
          link={({ id, year }) => (
            <Link to="/index/$yearId" params={{ yearId: id }}>
              {t`Năm ${String(year)}`}
            </Link>
          )}
        />
        {indexSchemes && <Schemes of={indexSchemes} again={asked.again} />}
      </div>
    </>
  );
}
