import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk, useRenewed } from '../../../api/ask';
import { ActButton } from '../../../ui/act-button';
import { CheckField } from '../../../ui/field';
import { errorAt } from '../../../ui/form';
import { named, number } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { ExportButton } from '../../../ui/export-button';
import { PageHead, Panel } from '../../../ui/panel';
import { Segments } from '../../../ui/segments';
import { useMediaQuery } from '../../../ui/use-media-query';
import { AssignmentDrawer } from '../office/assignment-drawer';
import { AssignmentGrid, type Chosen } from '../office/assignment-grid';
import { AssignmentList } from '../office/assignment-list';
import { AssignmentLegend } from '../office/assignment-mark';
import { ASSIGNMENTS_PAGE, ASSIGN_ROUND, type MatrixAnswer } from '../office/assignments.query';
import { fitsOf } from '../office/fit';
import { JudgingBar, officeStyles as styles, PagesOf } from '../../jury/shared';
import { Proposals, useProposals } from '../office/proposal';
import { ProposalJobs } from '../office/proposal-jobs';
import { Propose } from '../office/propose';
import { RoundState } from '../office/round-state';
import { type OfficeRound, ROUND_LIVE } from '../office/rounds.query';
import { useAgainWhen } from '../office/use-again-when';

const ROUTE = '/inside/contests/$contestId/rounds/$roundId/assignments';

/** Who judges what in a round: proposals to compare and apply, and all of it as one table to be changed by hand. */
export function Page() {
  const { t } = useLingui();
  const { contestId, roundId } = useParams({ from: ROUTE });
  const { short, after, a, b } = useSearch({ from: ROUTE });
  const go = useNavigate({ from: '/contests/$contestId/rounds/$roundId/assignments' });
  const asked = useRenewed(useAsk(ASSIGNMENTS_PAGE, { roundId, contestId, shortOnly: short ?? false, after }), ROUND_LIVE, { id: roundId });
  const round = asked.data?.round;
  useAgainWhen(round ? [round.progress, round.version] : undefined, asked.again);
  const jobs = asked.data?.myJobs.edges.map(({ node }) => node).filter(({ subjectId }) => subjectId === roundId) ?? [];
  const looked = useProposals(a, b);
  const changed = () => {
    asked.again();
    looked.again();
  };
  const show = (ids: readonly string[]) => void go({ search: { short, after, a: ids[0], b: ids[1] } });
  const shown = [a, b].filter((id) => id !== undefined);
  return (
    <>
      <JudgingBar
        contestId={contestId}
        contest={asked.data?.contest}
        crumbs={[
          { label: t`Các vòng chấm`, link: { to: '/contests/$contestId/rounds', params: { contestId } } },
          {
            label: round ? named(round) : t`Vòng`,
            link: { to: '/contests/$contestId/rounds/$roundId', params: { contestId, roundId } },
          },
          { label: t`Phân công chấm` },
        ]}
      />
      <PageHead
        title={t`Phân công chấm`}
        acts={
          <>
            <ExportButton list="assignments" filter={{ roundId }} />
            {round && (round.canAssign || round.whyNotAssign) && (
              <>
                <AssignAtOnce round={round} onDone={changed} />
                <Propose
                  roundId={roundId}
                  shut={round.whyNotAssign ? 'why-not-assign' : false}
                  onBegun={(id) => {
                    asked.again();
                    show([...shown, id].slice(-2));
                  }}
                />
              </>
            )}
          </>
        }
      >
        {round && (
          <>
            {named(round)} <RoundState state={round.state} />
            {round.whyNotAssign && <span id="why-not-assign">{round.whyNotAssign.message}</span>}
          </>
        )}
      </PageHead>
      <div className={styles.stack}>
        <ProposalJobs jobs={jobs} shown={shown} onShow={show} onOver={changed} />
        <Proposals proposals={looked.proposals} onApplied={changed} />
        <div className={styles.tags}>
          <Segments
            label={t`Sáng kiến nào`}
            value={short ? 'short' : 'all'}
            onChange={(next) => void go({ search: { a, b, ...(next === 'short' && { short: true as const }) } })}
            choices={[
              { value: 'all', label: t`Tất cả` },
              { value: 'short', label: t`Còn thiếu giám khảo` },
            ]}
          />
          <AssignmentLegend />
        </div>
        <Answer of={asked} rows={10}>
          {(answer) => (
            <Matrix
              answer={answer}
              roundId={roundId}
              canAssign={round?.canAssign ?? false}
              short={short ?? false}
              after={after}
              onPage={(next) => void go({ search: { short, a, b, after: next } })}
              onDone={changed}
            />
          )}
        </Answer>
      </div>
    </>
  );
}

interface MatrixProps {
  readonly answer: MatrixAnswer;
  readonly roundId: string;
  readonly canAssign: boolean;
  readonly short: boolean;
  readonly after: string | undefined;
  readonly onPage: (after: string | undefined) => void;
  readonly onDone: () => void;
}

function Matrix({ answer, roundId, canAssign, short, after, onPage, onDone }: MatrixProps) {
  const { t } = useLingui();
  const isNarrow = useMediaQuery('(max-width: 47.5em)');
  const [chosen, setChosen] = useState<{ readonly initiativeId: string; readonly judgeId: string | null } | null>(null);
  const matrix = answer.assignmentMatrix;
  const { rows, judges, totalCount } = matrix;
  if (rows.length === 0) {
    return (
      <Panel flush>
        <Empty title={short ? <Trans>Mọi sáng kiến đủ giám khảo</Trans> : <Trans>Chưa có sáng kiến nào trong vòng này</Trans>}>
          {!short && (
            <p>
              <Trans>Sáng kiến hợp lệ hiện ở đây khi cuộc thi vào giai đoạn chấm; vòng sau chờ kết quả vòng trước.</Trans>
            </p>
          )}
        </Empty>
      </Panel>
    );
  }
  const fit = fitsOf(answer);
  const row = rows.find(({ initiative }) => initiative.id === chosen?.initiativeId);
  const judge = judges.find((one) => one.judge.id === chosen?.judgeId) ?? null;
  const open = ({ row: to, judge: of }: Chosen) => {
    setChosen({ initiativeId: to.initiative.id, judgeId: of?.judge.id ?? null });
  };
  return (
    <>
      {isNarrow ? (
        <AssignmentList matrix={matrix} fit={fit} onOpen={open} />
      ) : (
        <AssignmentGrid
          matrix={matrix}
          fit={fit}
          label={t`Ma trận phân công: ${number(totalCount)} sáng kiến, ${number(judges.length)} giám khảo`}
          onOpen={open}
        />
      )}
      <PagesOf of={matrix} after={after} onPage={onPage} />
      {row && (
        <AssignmentDrawer
          {...{ row, judge, judges, roundId, canAssign, fit, onDone }}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
    </>
  );
}

/** The short way for a small round: proposed and written in one act, unseen. */
function AssignAtOnce({ round, onDone }: { readonly round: OfficeRound; readonly onDone: () => void }) {
  const [evenIfShort, setEvenIfShort] = useState(false);
  const { id: roundId, progress } = round;
  return (
    <ActButton
      of={ASSIGN_ROUND}
      shut={round.whyNotAssign ? 'why-not-assign' : false}
      title={<Trans>Phân công ngay cả vòng</Trans>}
      label={<Trans>Phân công ngay…</Trans>}
      act={<Trans>Phân công ngay</Trans>}
      keep={<Trans>Không, xem đề xuất trước</Trans>}
      input={() => ({ roundId, evenIfShort })}
      said={<Trans>Đã phân công</Trans>}
      onDone={onDone}
    >
      {(refusal) => (
        <>
          <p>
            <Plural
              value={progress?.initiatives ?? 0}
              one="Tính và ghi luôn cho # sáng kiến, không xem trước. Phiếu đã chấm hoặc đã ký giữ nguyên."
              other="Tính và ghi luôn cho # sáng kiến, không xem trước. Phiếu đã chấm hoặc đã ký giữ nguyên."
            />
          </p>
          <CheckField
            name="evenIfShort"
            label={<Trans>Vẫn phân công dù có sáng kiến thiếu giám khảo</Trans>}
            error={errorAt(refusal, 'evenIfShort')}
            checked={evenIfShort}
            onChange={setEvenIfShort}
          />
        </>
      )}
    </ActButton>
  );
}
