import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { AdoptionMark, useAdoptionWords } from '../../../ui/adoption-mark';
import { Bar } from '../../../ui/bar';
import { day, named, titled } from '../../../ui/format';
import { Answer, Empty, Note } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { ADOPTION, type AdoptionRead } from '../adoption.query';
import { Evidence, History } from '../parts/adoption-story';
import { ChangeAdoption, GiveEvidence } from '../parts/change-adoption';
import styles from '../parts/report.module.css';

const USED: readonly AdoptionRead['state'][] = ['IN_USE', 'SUSTAINED'];

/** One initiative in one commune: where it stands, how it came there, what shows it, and what comes next. */
export function Page() {
  const { t } = useLingui();
  const { adoptionId } = useParams({ from: '/inside/adoptions/$adoptionId' });
  const asked = useAsk(ADOPTION, { id: adoptionId });
  const adoption = asked.data?.adoption;
  const title = adoption ? titled(adoption.rollout) : t`Tình hình áp dụng`;
  return (
    <>
      <Bar crumbs={[{ label: t`Báo cáo và áp dụng`, link: { to: '/reports' } }, { label: title }]} />
      <Answer of={asked}>
        {({ adoption: found, serverTime }) =>
          found ? (
            <Whole of={found} title={title} today={localDay(serverTime)} />
          ) : (
            <>
              <PageHead title={t`Tình hình áp dụng`} />
              <Empty title={<Trans>Không có nội dung này, hoặc ông/bà không xem được</Trans>} />
            </>
          )
        }
      </Answer>
    </>
  );
}

/** The day in Hà Nội, as the API writes it. */
const localDay = (moment: string): string => new Date(Date.parse(moment) + 7 * 3_600_000).toISOString().slice(0, 10);

function Whole({ of, title, today }: { readonly of: AdoptionRead; readonly title: string; readonly today: string }) {
  const words = useAdoptionWords();
  return (
    <>
      <PageHead title={title}>{named(of.unit)}</PageHead>
      <div className={styles.page}>
        <Panel title={<Trans>Hiện nay</Trans>}>
          <div className={styles.acts}>
            <AdoptionMark state={of.state} />
            <strong>{words[of.state]}</strong>
            <span className="secondary">
              <Trans>từ {day(of.since)}</Trans>
            </span>
          </div>
          <Due of={of} />
        </Panel>
        {of.canReport && <ChangeAdoption key={of.version} of={of} today={today} />}
        {of.canReport && USED.includes(of.state) && <GiveEvidence key={of.evidence.length} of={of} today={today} />}
        {of.evidence.length > 0 && (
          <Panel title={<Trans>Minh chứng</Trans>}>
            <Evidence of={of} />
          </Panel>
        )}
        <Panel title={<Trans>Diễn biến</Trans>}>
          <History of={of} />
        </Panel>
      </div>
    </>
  );
}

function Due({ of: { overdue, dueOn, nextEvidenceDue } }: { readonly of: AdoptionRead }) {
  if (overdue && dueOn) {
    return (
      <Note tone="late">
        <Trans>Phải áp dụng trước {day(dueOn)}; nay đã quá hạn.</Trans>
      </Note>
    );
  }
  return (
    <>
      {dueOn && (
        <p className="secondary">
          <Trans>Hạn áp dụng {day(dueOn)}</Trans>
        </p>
      )}
      {nextEvidenceDue && (
        <Note tone="soon">
          <Trans>Cần minh chứng còn đang áp dụng, hạn {day(nextEvidenceDue)}.</Trans>
        </Note>
      )}
    </>
  );
}
