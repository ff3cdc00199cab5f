import { Trans } from '@lingui/react/macro';
import { dayAndClock, named, number } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import { type Expected, type ReportRead as Read } from '../report.query';
import styles from './report.module.css';

/** A report as it was sent, to be read. */
export function ReportRead({ report, expected }: { readonly report: Read | undefined; readonly expected: readonly Expected[] }) {
  if (!report || report.figures.length === 0) return null;
  return (
    <Panel title={<Trans>Số liệu đã ghi</Trans>}>
      <dl className={styles.facts}>
        {report.figures.map(({ id, indicatorId, value, numerator, denominator }) => {
          const indicator = expected.find((one) => one.indicator.id === indicatorId)?.indicator;
          return (
            <div key={id} className={styles.pair}>
              <dt>{indicator ? named(indicator) : indicatorId}</dt>
              <dd>
                <strong>{value === null ? `${number(numerator ?? '0')} / ${number(denominator ?? '0')}` : number(value)}</strong>{' '}
                {indicator && named({ nameVi: indicator.unitVi, nameEn: indicator.unitEn })}
              </dd>
            </div>
          );
        })}
      </dl>
      {report.note && <p className={styles.said}>{report.note}</p>}
      {report.submittedAt && (
        <p className="caption">
          <Trans>Gửi lúc {dayAndClock(report.submittedAt)}</Trans>
        </p>
      )}
    </Panel>
  );
}
