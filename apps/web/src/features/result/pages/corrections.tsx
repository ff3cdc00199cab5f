import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useWhole } from '../../../api/ask-whole';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { ExportButton } from '../../../ui/export-button';
import { named } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { DemoMark } from '../../../ui/state-mark';
import { CORRECTIONS } from '../office/correction.query';
import { CorrectionPanel } from '../office/correction-panel';
import styles from '../office/final.module.css';
import { ProposeCorrection } from '../office/propose-correction';

/** Corrections of closed rounds: what each would touch before it is done, and what became of it. */
export function Page() {
  const { t } = useLingui();
  const { contestId } = useParams({ from: '/inside/contests/$contestId/corrections' });
  const asked = useWhole(CORRECTIONS, { contestId }, 'corrections');
  const [proposing, setProposing] = useState(false);
  return (
    <Answer of={asked}>
      {({ contest, rounds, corrections }) => {
        if (!contest) return <Empty title={<Trans>Không có cuộc thi này, hoặc không thuộc phạm vi được xem</Trans>} />;
        const closed = rounds.filter(({ state }) => state === 'CLOSED');
        const correctable = closed.filter(({ canProposeCorrection }) => canProposeCorrection);
        const shut = correctable.length === 0 ? closed.find((round) => round.whyNotProposeCorrection)?.whyNotProposeCorrection : null;
        const list = corrections.edges.map(({ node }) => node);
        return (
          <>
            <Bar
              crumbs={[
                { label: t`Cuộc thi ${contest.year}` },
                { label: t`Kết quả chung cuộc`, link: { to: '/contests/$contestId/final-standings', params: { contestId } } },
                { label: t`Đính chính` },
              ]}
              side={contest.illustrative && <DemoMark />}
            />
            <PageHead
              title={t`Đính chính kết quả`}
              acts={
                <>
                  {list.length > 0 && <ExportButton list="corrections" filter={{ contestId }} />}
                  {(correctable.length > 0 || shut) && (
                    <Button
                      kind="primary"
                      shut={shut ? 'why-not-propose' : false}
                      onClick={() => {
                        setProposing(true);
                      }}
                    >
                      <Trans>Đề nghị đính chính…</Trans>
                    </Button>
                  )}
                </>
              }
            >
              <Trans>
                Mỗi đính chính do một người đề nghị và một người khác quyết định, sau khi xem tác động. Bản kết quả trước được giữ lại.
              </Trans>
            </PageHead>
            {shut && (
              <p id="why-not-propose" className="caption">
                {shut.message}
              </p>
            )}
            {list.length === 0 ? (
              <Empty title={<Trans>Chưa có đính chính nào</Trans>}>
                <p>
                  {closed.length === 0 ? (
                    <Trans>Chỉ đính chính được kết quả của vòng đã kết thúc.</Trans>
                  ) : (
                    <Link to="/contests/$contestId/final-standings" params={{ contestId }}>
                      <Trans>Xem kết quả</Trans>
                    </Link>
                  )}
                </p>
              </Empty>
            ) : (
              <div className={styles.stack}>
                {list.map((correction) => {
                  const round = rounds.find(({ id }) => id === correction.roundId);
                  return (
                    <CorrectionPanel
                      key={`${correction.id} ${correction.state}`}
                      of={correction}
                      roundName={round && named(round)}
                      open={correction.state === 'READY'}
                      onChange={asked.again}
                    />
                  );
                })}
              </div>
            )}
            {proposing && (
              <ProposeCorrection
                rounds={correctable}
                onDone={() => {
                  setProposing(false);
                  asked.again();
                }}
                onClose={() => {
                  setProposing(false);
                }}
              />
            )}
          </>
        );
      }}
    </Answer>
  );
}
