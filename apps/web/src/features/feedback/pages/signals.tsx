import { Trans, useLingui } from '@lingui/react/macro';
import { useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { LinkButton } from '../../../ui/button';
import { PageHead } from '../../../ui/panel';
import { ReportedCases } from '../parts/reported-cases';
import { SignalBases } from '../parts/signal-bases';
import { Signals } from '../parts/signals';
import { SIGNALS_PAGE } from '../signal.query';
import styles from './ratings.module.css';

/** What somebody has to look into of what citizens say: for heads of communes, the office and the leaders. */
export function Page() {
  const { t } = useLingui();
  const asked = useAsk(SIGNALS_PAGE, {});
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
        <ReportedCases />
        <Signals of={asked} />
        <SignalBases of={asked} />
      </div>
    </>
  );
}
