import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { LinkButton } from '../../../ui/button';
import { FilterBar, FilterToggle } from '../../../ui/filter-bar';
import { PageHead } from '../../../ui/panel';
import { ReportedCases } from '../parts/reported-cases';
import { SignalBases } from '../parts/signal-bases';
import { Signals } from '../parts/signals';
import { type SignalsSearch } from '../signals-search';
import { SIGNALS_PAGE } from '../signal.query';
import styles from './ratings.module.css';

/** What somebody has to look into of what citizens say: for heads of communes, the office and the leaders. */
export function Page() {
  const { t } = useLingui();
  const search: SignalsSearch = useSearch({ from: '/inside/signals' });
  const navigate = useNavigate({ from: '/signals' });
  const go = (change: SignalsSearch) => {
    void navigate({ search: (was) => ({ ...was, ...change }), resetScroll: false });
  };
  const { cases, casesAfter, signals } = search;
  const open = search.open ?? null;
  const asked = useAsk(SIGNALS_PAGE, { open, order: signals ?? null });
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Tín hiệu và phản ánh` }]} />
      <PageHead
        title={t`Tín hiệu và phản ánh`}
        acts={
          <LinkButton to="/actions">
            <Trans>Biện pháp khắc phục</Trans>
          </LinkButton>
        }
      >
        <Trans>
          Điều người dân nói cần có người xem xét: phản ánh bị gợi ý nộp thêm tiền hoặc về thái độ, và những tuần không hài lòng nhiều hơn
          mức do ngẫu nhiên. Quầy không được biết các phản ánh này.
        </Trans>
      </PageHead>
      <div className={styles.page}>
        <FilterBar label={t`Điều kiện xem`}>
          <FilterToggle
            pressed={open ?? false}
            onChange={(pressed) => {
              go({ open: pressed || undefined, casesAfter: undefined });
            }}
          >
            <Trans>Chỉ việc chưa kết luận</Trans>
          </FilterToggle>
        </FilterBar>
        <ReportedCases
          open={open}
          order={cases}
          onOrder={(order) => {
            go({ cases: order, casesAfter: undefined });
          }}
          after={casesAfter}
          onPage={(after) => {
            go({ casesAfter: after });
          }}
        />
        <Signals
          key={`${String(open)} of ${signals ?? ''}`}
          of={asked}
          open={open}
          order={signals}
          onOrder={(order) => {
            go({ signals: order });
          }}
        />
        <SignalBases of={asked} />
      </div>
    </>
  );
}
