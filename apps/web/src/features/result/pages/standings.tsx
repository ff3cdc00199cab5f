import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { useRest } from '../../../api/ask-whole';
import { Bar } from '../../../ui/bar';
import { Button, LinkButton } from '../../../ui/button';
import { ExportButton } from '../../../ui/export-button';
import { dayAndClock, named, number, titled } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Lock, Print } from '../../../ui/icons';
import { Answer, Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { Printed } from '../../../ui/printed';
import { DemoMark } from '../../../ui/state-mark';
import { ExportRound } from '../office/export-round';
import { AgreementPanel, SeverityPanel } from '../office/jury-panels';
import { Looks } from '../office/looks';
import { StandingsTable } from '../office/standings-table';
import styles from '../office/standings.module.css';
import {
  type ContestOfResult,
  JUDGE_STATISTICS,
  RESULT_READ,
  ROUND_RESULT,
  type ResultVersion,
  type RoundOfResult,
  STANDINGS,
  type Standing,
} from '../office/standings.query';
import { useAll } from '../office/use-all';
import { VersionChoice } from '../office/version-choice';
import { Aggregated } from '../office/words';

/** The result of a round, once it is closed. */
export function Page() {
  const { t } = useLingui();
  const { contestId, roundId } = useParams({ from: '/inside/contests/$contestId/rounds/$roundId/standings' });
  const asked = useAsk(ROUND_RESULT, { contestId, roundId });
  return (
    <Answer of={asked}>
      {({ contest, rounds, roundResults }) => {
        const round = rounds.find(({ id }) => id === roundId);
        if (!contest || !round) return <Empty title={<Trans>Không có vòng chấm này, hoặc không thuộc phạm vi được xem</Trans>} />;
        return (
          <>
            <Bar
              crumbs={[{ label: t`Cuộc thi ${contest.year}` }, { label: named(round) }, { label: t`Bảng xếp hạng` }]}
              side={contest.illustrative && <DemoMark />}
            />
            {round.state !== 'CLOSED' || roundResults.length === 0 ? (
              <Shut round={round} />
            ) : (
              <Result contest={contest} rounds={rounds} round={round} versions={roundResults} />
            )}
          </>
        );
      }}
    </Answer>
  );
}

/** Why there is nothing to see yet, and what has to happen. */
function Shut({ round }: { readonly round: RoundOfResult }) {
  const { t } = useLingui();
  const { progress } = round;
  return (
    <>
      <PageHead title={t`Bảng xếp hạng, ${named(round)}`} />
      <Empty
        title={
          <>
            <Icon of={Lock} /> <Trans>Kết quả còn niêm phong</Trans>
          </>
        }
      >
        <p>
          {round.state === 'CLOSED' ? (
            <Trans>Người là tác giả hoặc có xung đột lợi ích trong cuộc thi này không xem được kết quả chấm trước khi công bố.</Trans>
          ) : (
            <Trans>Điểm được niêm phong với mọi người, kể cả cơ quan thường trực, cho đến khi vòng chấm kết thúc.</Trans>
          )}
        </p>
        {progress && round.state !== 'CLOSED' && (
          <p>
            <Trans>
              Đã ký {number(progress.signed)} trên {number(progress.due)} phiếu của {number(progress.initiatives)} sáng kiến.
            </Trans>
          </p>
        )}
        {round.whyNotClose && <p className="secondary">{round.whyNotClose.message}</p>}
      </Empty>
    </>
  );
}

interface ResultProps {
  readonly contest: ContestOfResult;
  readonly rounds: readonly RoundOfResult[];
  readonly round: RoundOfResult;
  readonly versions: readonly ResultVersion[];
}

function Result({ contest, rounds, round, versions }: ResultProps) {
  const { t } = useLingui();
  const { version, beside } = useSearch({ from: '/inside/contests/$contestId/rounds/$roundId/standings' });
  const navigate = useNavigate({ from: '/contests/$contestId/rounds/$roundId/standings' });
  const reads = { roundId: round.id, number: version ?? null };
  const standings = useRest(useAsk(RESULT_READ, reads), STANDINGS, reads, 'standings');
  const asked = useRest(standings, JUDGE_STATISTICS, { roundId: round.id }, 'judgeStatistics');
  const other = useAll(STANDINGS, { roundId: round.id, number: beside ?? null }, (data) => data.standings, {
    pause: beside === undefined,
  });
  const reading = versions.find(({ number: each }) => each === version) ?? versions[0];
  const lines = new Map((other.data?.rows ?? []).map((row): [string, Standing] => [row.initiative.id, row]));
  return (
    <Printed
      body={named(contest.host)}
      filters={
        <Trans>
          {titled(contest)}, {named(round)}; bản {number(reading?.number ?? 1)} của kết quả.
        </Trans>
      }
    >
      <PageHead
        title={t`Bảng xếp hạng, ${named(round)}`}
        acts={
          <>
            <Button
              onClick={() => {
                print();
              }}
            >
              <Icon of={Print} />
              <Trans>In</Trans>
            </Button>
            <ExportButton list="standings" filter={reads} />
            {round.canExport && <ExportRound roundId={round.id} />}
            {round.last && (
              <LinkButton kind="primary" to="/contests/$contestId/final-standings" params={{ contestId: contest.id }}>
                <Trans>Kết quả chung cuộc</Trans>
              </LinkButton>
            )}
          </>
        }
      >
        {round.closedAt && <Trans>Đóng vòng {dayAndClock(round.closedAt)}</Trans>}
        {round.aggregation && (
          <>
            {' · '}
            <Aggregated by={round.aggregation} />
          </>
        )}
        {reading?.ruleBookHash && (
          <>
            {' · '}
            <Trans>
              quy tắc chấm bản {number(reading.ruleBookNumber)}, mã <span className="num">{reading.ruleBookHash.slice(0, 8)}</span>
            </Trans>
          </>
        )}
      </PageHead>
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
      <div className={styles.lay}>
        <div className={styles.main}>
          <Answer of={asked} rows={12}>
            {({ standings: { edges, totalCount } }) => (
              <StandingsTable
                caption={t`Bảng xếp hạng, ${named(round)}`}
                of={{ rows: edges.map(({ node }) => node), totalCount, more: edges.length < totalCount }}
                rounds={rounds}
                round={round}
                beside={beside === undefined || !other.data ? undefined : { head: t`Bản ${number(beside)}`, lines }}
              />
            )}
          </Answer>
        </div>
        <div className={`${styles.side ?? ''} no-print`}>
          <AgreementPanel of={asked} />
          <SeverityPanel of={asked} roundId={round.id} />
        </div>
      </div>
      <Looks roundId={round.id} />
    </Printed>
  );
}
