import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { PageHead } from '../../../ui/panel';
import { Segments } from '../../../ui/segments';
import { Skeleton } from '../../../ui/note';
import { OfficeBar } from '../office/contest-bar';
import { EnterPaper } from '../office/enter-paper';
import { OnBehalf } from '../office/on-behalf';
import { PAPER_PAGE } from '../office/paper.query';
import styles from '../office/office.module.css';

/** What the office enters for others: a dossier that came on paper, or a draft for somebody who asked for help. */
export function Page() {
  const { t } = useLingui();
  const { contestId } = useParams({ from: '/inside/contests/$contestId/paper' });
  const { mode = 'paper', draft } = useSearch({ from: '/inside/contests/$contestId/paper' });
  const go = useNavigate({ from: '/contests/$contestId/paper' });
  const asked = useAsk(PAPER_PAGE, { contestId, drafts: mode === 'on-behalf' && draft === undefined });
  const contest = asked.data?.contest;
  return (
    <>
      <OfficeBar
        contest={contest}
        crumbs={[{ label: t`Hồ sơ`, link: { to: '/contests/$contestId/dossiers', params: { contestId } } }, { label: t`Nhập thay` }]}
      />
      <PageHead title={t`Nhập thay đơn vị`}>
        <Trans>Nhật ký ghi cả người nhập và người đứng tên hồ sơ.</Trans>
      </PageHead>
      <div className={styles.narrow}>
        <Segments
          label={t`Cách nhập`}
          value={mode}
          onChange={(chosen) => void go({ search: { mode: chosen } })}
          choices={[
            { value: 'paper', label: t`Hồ sơ giấy đã nhận` },
            { value: 'on-behalf', label: t`Soạn thay người nộp` },
          ]}
        />
        {!contest ? (
          <Skeleton />
        ) : mode === 'paper' ? (
          <EnterPaper contest={contest} />
        ) : (
          <OnBehalf of={asked} contest={contest} draft={draft} />
        )}
      </div>
    </>
  );
}
