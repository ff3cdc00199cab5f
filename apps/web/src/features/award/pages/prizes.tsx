import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { type ResultOf } from '../../../api/graphql';
import { type Refusal } from '../../../api/refusal';
import { may, useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { Button, LinkButton } from '../../../ui/button';
import { ErrorSummary, problemsOf } from '../../../ui/form';
import { named, number, titled } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Print } from '../../../ui/icons';
import { Answer, Broken, Empty, Note } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { Printed } from '../../../ui/printed';
import { DemoMark } from '../../../ui/state-mark';
import { useToast } from '../../../ui/toast';
import { AwardTable, Withheld } from '../office/award-table';
import { DecisionWay } from '../office/decision-way';
import { LeaderActs } from '../office/leader-acts';
import { Publish, Submit } from '../office/move-list';
import { ChangeAward, GiveAward, RemoveAward, ReplaceAward, RevokeAward } from '../office/prize-dialogs';
import styles from '../office/prizes.module.css';
import { AWARD_LIST, type AwardListRead, PROPOSE_AWARDS, type PrizeOnList, type Tier } from '../office/prizes.query';
import { TieOnTheList } from '../office/tie-on-list';

/** The prizes of a contest: proposed from the standings, changed with reasons, signed, published. */
export function Page() {
  const { t } = useLingui();
  const { contestId } = useParams({ from: '/inside/contests/$contestId/prizes' });
  const asked = useAsk(AWARD_LIST, { contestId });
  return (
    <Answer of={asked}>
      {({ contest, contestAwards, awardDecision }) =>
        contest ? (
          <>
            <Bar
              crumbs={[
                { label: t`Cuộc thi ${contest.year}` },
                { label: t`Kết quả chung cuộc`, link: { to: '/contests/$contestId/final-standings', params: { contestId } } },
                { label: t`Giải thưởng` },
              ]}
              side={contest.illustrative && <DemoMark />}
            />
            <Prizes contest={contest} list={awardDecision} canPropose={contestAwards?.canPropose ?? false} again={asked.again} />
          </>
        ) : (
          <Empty title={<Trans>Không có cuộc thi này, hoặc không thuộc phạm vi được xem</Trans>} />
        )
      }
    </Answer>
  );
}

type Contest = NonNullable<ResultOf<typeof AWARD_LIST>['contest']>;

interface PrizesProps {
  readonly contest: Contest;
  readonly list: AwardListRead | null;
  readonly canPropose: boolean;
  readonly again: () => void;
}

function Prizes({ contest, list, canPropose, again }: PrizesProps) {
  const { t } = useLingui();
  const me = useMe();
  return (
    <Printed body={named(contest.host)} filters={<Trans>{titled(contest)}, danh sách giải.</Trans>}>
      <PageHead
        title={t`Giải thưởng`}
        acts={
          list && (
            <>
              <Button
                onClick={() => {
                  print();
                }}
              >
                <Icon of={Print} />
                <Trans>In</Trans>
              </Button>
              {list.state === 'PUBLISHED' && may(me, 'paper:read') && (
                <LinkButton to="/contests/$contestId/certificates" params={{ contestId: contest.id }}>
                  <Trans>Giấy chứng nhận</Trans>
                </LinkButton>
              )}
              {list.state === 'PUBLISHED' && (
                <LinkButton to="/contests/$contestId/result" params={{ contestId: contest.id }}>
                  <Trans>Xem trang công khai</Trans>
                </LinkButton>
              )}
            </>
          )
        }
      >
        {contest.prizePlan.map(({ quantity, ...tier }) => t`${named(tier)}: ${number(quantity)}`).join(' · ')}
      </PageHead>
      {list ? (
        <List contest={contest} list={list} canPropose={canPropose} again={again} />
      ) : (
        <Empty title={<Trans>Chưa có danh sách giải</Trans>}>
          <p>
            {contest.phase === 'DELIBERATION' ? (
              <Trans>Danh sách được đề xuất từ kết quả chung cuộc và cơ cấu giải.</Trans>
            ) : (
              <Trans>Danh sách được đề xuất khi mọi vòng chấm đã kết thúc và cuộc thi sang bước xét giải.</Trans>
            )}
          </p>
          {canPropose && <Propose contestId={contest.id} onDone={again} />}
        </Empty>
      )}
    </Printed>
  );
}

function Propose({ contestId, onDone }: { readonly contestId: string; readonly onDone: () => void }) {
  const toast = useToast();
  const { run, busy, refusal, broken } = useAct(PROPOSE_AWARDS);
  const propose = async () => {
    if ((await run({ contestId })).kind !== 'done') return;
    toast(<Trans>Đã đề xuất danh sách giải.</Trans>);
    onDone();
  };
  return (
    <>
      {refusal && <ErrorSummary refusal={refusal} />}
      {broken && <Broken error={broken} />}
      <p>
        <Button kind="primary" busy={busy} onClick={() => void propose()}>
          <Trans>Đề xuất danh sách giải</Trans>
        </Button>
      </p>
    </>
  );
}

const IN_THE_WAY = 'submit-in-the-way';

function InTheWay({ why }: { readonly why: Refusal }) {
  return (
    <Note tone="soon">
      <div id={IN_THE_WAY}>
        <p>
          <Trans>Chưa trình lãnh đạo được:</Trans>
        </p>
        <ul>
          {problemsOf(why).map(({ code, message }) => (
            <li key={`${code} ${message}`}>{message}</li>
          ))}
        </ul>
      </div>
    </Note>
  );
}

type Asked =
  | { readonly kind: 'give' | 'submit' | 'publish' }
  | { readonly kind: 'change' | 'remove' | 'revoke' | 'replace'; readonly prize: PrizeOnList };

function List({ contest, list, canPropose, again }: PrizesProps & { readonly list: AwardListRead }) {
  const [asking, setAsking] = useState<Asked | null>(null);
  const close = () => {
    setAsking(null);
  };
  const done = () => {
    close();
    again();
  };
  const listed = list.awards.filter(({ revokedAt }) => revokedAt === null).map(({ initiative }) => initiative.id);
  return (
    <div className={styles.stack}>
      <div>
        <DecisionWay of={list} />
      </div>
      {list.standingsChanged && canPropose && <Propose contestId={contest.id} onDone={again} />}
      {list.ties.map((tie) => (
        <TieOnTheList key={`${tie.track ?? ''} ${String(tie.rank)} ${String(list.version)}`} of={list} tie={tie} onDone={again} />
      ))}
      <AwardTable of={list} acts={actsOf({ list, ask: setAsking })} />
      <Withheld of={list} />
      <div className="no-print">
        {list.canChange && list.whyNotSubmit && <InTheWay why={list.whyNotSubmit} />}
        {list.canChange && (
          <div className={styles.acts}>
            <Button
              kind="primary"
              shut={list.whyNotSubmit ? IN_THE_WAY : false}
              onClick={() => {
                setAsking({ kind: 'submit' });
              }}
            >
              <Trans>Trình lãnh đạo ký…</Trans>
            </Button>
            <Button
              onClick={() => {
                setAsking({ kind: 'give' });
              }}
            >
              <Trans>Thêm giải…</Trans>
            </Button>
          </div>
        )}
        {list.canPublish && (
          <Button
            kind="primary"
            onClick={() => {
              setAsking({ kind: 'publish' });
            }}
          >
            <Trans>Công bố kết quả…</Trans>
          </Button>
        )}
        {(list.canApprove || list.canReturn) && <LeaderActs of={list} onDone={again} />}
      </div>
      {asking && (
        <Asking
          asking={asking}
          contestId={contest.id}
          tiers={contest.prizePlan}
          list={list}
          listed={listed}
          onDone={done}
          onClose={close}
        />
      )}
    </div>
  );
}

function actsOf({ list, ask }: { readonly list: AwardListRead; readonly ask: (asked: Asked) => void }) {
  const button = (prize: PrizeOnList, kind: 'change' | 'remove' | 'revoke' | 'replace') => (
    <Button
      size="small"
      onClick={() => {
        ask({ kind, prize });
      }}
    >
      {kind === 'change' && <Trans>Đổi giải…</Trans>}
      {kind === 'remove' && <Trans>Bỏ…</Trans>}
      {kind === 'revoke' && <Trans>Thu hồi…</Trans>}
      {kind === 'replace' && <Trans>Trao thay…</Trans>}
      <span className="visually-hidden"> {prize.initiative.title}</span>
    </Button>
  );
  if (list.canChange)
    return (prize: PrizeOnList) => (
      <span className={styles.acts}>
        {button(prize, 'change')}
        {button(prize, 'remove')}
      </span>
    );
  if (!list.canRevoke) return undefined;
  return (prize: PrizeOnList) => {
    if (prize.revokedAt === null) return button(prize, 'revoke');
    return prize.replacedById === null ? button(prize, 'replace') : null;
  };
}

interface AskingProps {
  readonly asking: Asked;
  readonly contestId: string;
  readonly tiers: readonly Tier[];
  readonly list: AwardListRead;
  readonly listed: readonly string[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function Asking({ asking, contestId, tiers, list, listed, onDone, onClose }: AskingProps) {
  switch (asking.kind) {
    case 'give':
      return <GiveAward {...{ contestId, tiers, listed, onDone, onClose }} />;
    case 'change':
      return <ChangeAward prize={asking.prize} {...{ tiers, onDone, onClose }} />;
    case 'remove':
      return <RemoveAward prize={asking.prize} {...{ onDone, onClose }} />;
    case 'revoke':
      return <RevokeAward prize={asking.prize} {...{ onDone, onClose }} />;
    case 'replace':
      return <ReplaceAward prize={asking.prize} {...{ contestId, listed, onDone, onClose }} />;
    case 'submit':
      return <Submit of={list} {...{ onDone, onClose }} />;
    case 'publish':
      return <Publish of={list} {...{ onDone, onClose }} />;
  }
}
