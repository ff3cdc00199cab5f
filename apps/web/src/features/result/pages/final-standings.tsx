import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type Asked, useAsk } from '../../../api/ask';
import { may, useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { Button, LinkButton } from '../../../ui/button';
import { named, number, titled } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Lock, Print } from '../../../ui/icons';
import { Answer, Empty } from '../../../ui/note';
import { ExportButton } from '../../../ui/export-button';
import { PageHead } from '../../../ui/panel';
import { Printed } from '../../../ui/printed';
import { DemoMark } from '../../../ui/state-mark';
import { OwnTies, VotesCast } from '../office/chair-vote';
import styles from '../office/final.module.css';
import { CONTEST_RESULTS, FINAL_STANDINGS, type FinalStanding, type Results, TIES_TO_DECIDE } from '../office/final.query';
import { FinalTable } from '../office/final-table';
import { Packs } from '../office/packs';
import { useAll } from '../office/use-all';
import { VersionChoice } from '../office/version-choice';

/** The result of a contest after its last round; to the chair of the jury, what is theirs to decide. */
export function Page() {
  const { t } = useLingui();
  const { contestId } = useParams({ from: '/inside/contests/$contestId/final-standings' });
  const me = useMe();
  const reads = may(me, 'standings:read');
  const asked = useAsk(CONTEST_RESULTS, { contestId, votes: may(me, 'scorecard:sign') }, { pause: !reads });
  if (!reads) return <TiesAlone contestId={contestId} />;
  return (
    <Answer of={asked}>
      {(data) =>
        data.contest ? (
          <>
            <Bar
              crumbs={[{ label: t`Cuộc thi ${data.contest.year}` }, { label: t`Kết quả chung cuộc` }]}
              side={data.contest.illustrative && <DemoMark />}
            />
            <Result of={asked} data={data} contest={data.contest} />
          </>
        ) : (
          <Empty title={<Trans>Không có cuộc thi này, hoặc không thuộc phạm vi được xem</Trans>} />
        )
      }
    </Answer>
  );
}

/** To whoever may not read results. */
function TiesAlone({ contestId }: { readonly contestId: string }) {
  const { t } = useLingui();
  const isJudge = may(useMe(), 'scorecard:sign');
  const { data, again } = useAsk(TIES_TO_DECIDE, { contestId }, { pause: !isJudge });
  const ties = data?.tiesToDecide?.ties ?? [];
  return (
    <>
      <Bar crumbs={[{ label: t`Kết quả chung cuộc` }]} />
      <PageHead title={t`Kết quả chung cuộc`}>
        <Trans>Chỉ hiện việc chờ Trưởng ban Giám khảo; kết quả được công bố sau khi có quyết định.</Trans>
      </PageHead>
      {data?.tiesToDecide && <OwnTies of={data.tiesToDecide} onVoted={again} />}
      {data && ties.length === 0 && <Empty title={<Trans>Không có sáng kiến đồng hạng nào chờ Trưởng ban Giám khảo</Trans>} />}
    </>
  );
}

interface ResultProps {
  readonly of: Asked<Results>;
  readonly data: Results;
  readonly contest: NonNullable<Results['contest']>;
}

function Result({ of, data: { rounds, contestResults, chairVotes, contestJudging, tiesToDecide }, contest }: ResultProps) {
  const { t } = useLingui();
  const { version } = useSearch({ from: '/inside/contests/$contestId/final-standings' });
  const closed = rounds.filter(({ state }) => state === 'CLOSED');
  return (
    <Printed body={named(contest.host)} filters={<Trans>{titled(contest)}, kết quả chung cuộc.</Trans>}>
      <PageHead
        title={t`Kết quả chung cuộc`}
        acts={
          <>
            <LinkButton to="/contests/$contestId/corrections" params={{ contestId: contest.id }}>
              <Trans>Đính chính</Trans>
            </LinkButton>
            <Button
              onClick={() => {
                print();
              }}
            >
              <Icon of={Print} />
              <Trans>In</Trans>
            </Button>
            <ExportButton list="finalStandings" filter={{ contestId: contest.id, number: version ?? null }} />
            <LinkButton kind="primary" to="/contests/$contestId/prizes" params={{ contestId: contest.id }}>
              <Trans>Giải thưởng</Trans>
            </LinkButton>
          </>
        }
      >
        <span className={styles.links}>
          {closed.map((round) => (
            <Link key={round.id} to="/contests/$contestId/rounds/$roundId/standings" params={{ contestId: contest.id, roundId: round.id }}>
              {named(round)}
            </Link>
          ))}
        </span>
      </PageHead>
      <div className="no-print">{tiesToDecide && <OwnTies of={tiesToDecide} onVoted={of.again} />}</div>
      {contestResults.length === 0 ? (
        <Empty
          title={
            <>
              <Icon of={Lock} /> <Trans>Chưa có kết quả chung cuộc</Trans>
            </>
          }
        >
          <p>
            {rounds.every(({ state }) => state === 'CLOSED') && rounds.length > 0 ? (
              <Trans>Người là tác giả hoặc có xung đột lợi ích trong cuộc thi này không xem được kết quả chấm trước khi công bố.</Trans>
            ) : (
              <Trans>Kết quả chung cuộc được lập khi vòng chấm cuối kết thúc. Trước đó điểm được niêm phong.</Trans>
            )}
          </p>
        </Empty>
      ) : (
        <Final
          contestId={contest.id}
          votable={contest.phase === 'JUDGING' || contest.phase === 'DELIBERATION'}
          versions={contestResults}
          rounds={rounds}
        />
      )}
      <div className={styles.parts}>
        <VotesCast votes={chairVotes} />
        <div className="no-print">
          {closed.length > 0 && <Packs of={of} contestId={contest.id} rounds={rounds} canMake={contestJudging?.canMakePack ?? false} />}
        </div>
      </div>
    </Printed>
  );
}

function Final({
  contestId,
  votable,
  versions,
  rounds,
}: {
  readonly contestId: string;
  readonly votable: boolean;
  readonly versions: Results['contestResults'];
  readonly rounds: Results['rounds'];
}) {
  const { t } = useLingui();
  const { version, beside } = useSearch({ from: '/inside/contests/$contestId/final-standings' });
  const navigate = useNavigate({ from: '/contests/$contestId/final-standings' });
  // The newest version is part of what is asked, so that a vote or a correction shows at once.
  const inForce = versions[0]?.number ?? null;
  const asked = useAll(FINAL_STANDINGS, { contestId, number: version ?? inForce }, ({ finalStandings }) => finalStandings);
  const other = useAll(FINAL_STANDINGS, { contestId, number: beside ?? null }, ({ finalStandings }) => finalStandings, {
    pause: beside === undefined,
  });
  const lines = new Map((other.data?.rows ?? []).map((row): [string, FinalStanding] => [row.initiative.id, row]));
  return (
    <>
      <VersionChoice
        versions={versions}
        shown={version}
        beside={beside}
        onShow={(next) => {
          void navigate({ search: { version: next, beside } });
        }}
        onBeside={(next) => {
          void navigate({ search: { version, beside: next } });
        }}
      />
      <Answer of={asked} rows={10}>
        {(all) => (
          <FinalTable
            of={all}
            rounds={rounds}
            votable={votable}
            beside={beside === undefined || !other.data ? undefined : { head: t`Bản ${number(beside)}`, lines }}
          />
        )}
      </Answer>
    </>
  );
}
