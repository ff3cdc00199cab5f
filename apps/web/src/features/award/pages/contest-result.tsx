import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { useWhole } from '../../../api/ask-whole';
import { useSession } from '../../../api/session';
import { AnchorButton, LinkButton } from '../../../ui/button';
import { day, dayAndClock, fileSize, money, named, titled } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Download } from '../../../ui/icons';
import { Answer, Empty, Note } from '../../../ui/note';
import { PublicHead, PublicPage, Section } from '../../../ui/public-page';
import { DemoMark, Tag } from '../../../ui/state-mark';
import { CONTEST_RESULT, PRIZES_OF_CONTEST, type PrizeGiven } from '../contest-result.query';
import { Ranking } from '../parts/ranking';
import styles from './contest-result.module.css';

/** How a contest ended, and how anyone can compute it again. */
export function Page() {
  const { t } = useLingui();
  const { contestId } = useParams({ from: '/public/contests/$contestId/result' });
  const asked = useAsk(CONTEST_RESULT, { id: contestId });
  return (
    <PublicPage>
      <Answer of={asked}>
        {({ publicContest: contest, publicResultPack: pack }) =>
          contest ? (
            <>
              <PublicHead
                title={t`Kết quả cuộc thi`}
                tab={t`Kết quả: ${titled(contest)}`}
                above={
                  <>
                    <Link to="/contests/$contestId" params={{ contestId }}>
                      {titled(contest)}
                    </Link>
                    {contest.illustrative && <DemoMark />}
                  </>
                }
              />
              <ToOwnPages />
              {contest.phase === 'PUBLISHED' || contest.phase === 'ARCHIVED' ? (
                <>
                  <Prizes contestId={contestId} year={contest.year} />
                  {contest.judging?.publicRanking && <Ranking contestId={contestId} />}
                  <Pack pack={pack} />
                </>
              ) : (
                <Empty title={<Trans>Kết quả chưa được công bố</Trans>}>
                  <p>
                    <Trans>
                      Danh sách đạt giải hiện ở đây sau khi có quyết định công nhận. Các mốc thời gian có trong trang của cuộc thi.
                    </Trans>
                  </p>
                </Empty>
              )}
            </>
          ) : (
            <NotPublic />
          )
        }
      </Answer>
    </PublicPage>
  );
}

/** Who took part is told more where they work. */
function ToOwnPages() {
  const { me } = useSession();
  if (!me) return null;
  return (
    <Note>
      <Trans>Trang này là phần công khai. Phần dành cho người tham gia cuộc thi có trong việc của ông/bà.</Trans>{' '}
      <Link to="/home">
        <Trans>Về việc của tôi</Trans>
      </Link>
    </Note>
  );
}

function Prizes({ contestId, year }: { readonly contestId: string; readonly year: number }) {
  const asked = useWhole(PRIZES_OF_CONTEST, { id: contestId }, 'winners');
  return (
    <Section
      title={<Trans>Giải thưởng</Trans>}
      side={
        <Link to="/winners" search={{ year }}>
          <Trans>Tìm trong kết quả các năm</Trans>
        </Link>
      }
    >
      <Answer of={asked}>
        {({ winners }) => {
          const given = winners.edges.map(({ node }) => node);
          if (given.length === 0) return <Empty title={<Trans>Cuộc thi này không có giải nào được trao</Trans>} />;
          given.sort((one, other) => one.tier.ordinal - other.tier.ordinal);
          return (
            <ol className={styles.prizes}>
              {given.map((prize) => (
                <Prize key={prize.id} of={prize} />
              ))}
            </ol>
          );
        }}
      </Answer>
    </Section>
  );
}

function Prize({ of }: { readonly of: PrizeGiven }) {
  return (
    <li>
      <p className={styles.tier}>
        <strong>{named(of.tier)}</strong>
        {Number(of.amount) > 0 && <span className="num secondary">{money(of.amount)}</span>}
        {of.revokedAt !== null && (
          <Tag>
            <Trans>đã thu hồi ngày {day(of.revokedAt)}</Trans>
          </Tag>
        )}
      </p>
      <div>
        <Link to="/winners/$initiativeId" params={{ initiativeId: of.initiative.id }}>
          {of.initiative.title}
        </Link>
        <p className="secondary">
          {of.authors.map(({ person }) => person.fullName).join(', ')} · {named(of.unit)}
        </p>
        {of.decisionNumber !== null && (
          <p className="caption num">
            {of.decisionNumber}
            {of.decidedOn !== null && (
              <>
                {' '}
                <Trans>ngày {day(of.decidedOn)}</Trans>
              </>
            )}
          </p>
        )}
      </div>
    </li>
  );
}

interface PackProps {
  readonly pack: { readonly url: string; readonly size: number; readonly sha256: string; readonly madeAt: string } | null;
}

function Pack({ pack }: PackProps) {
  if (!pack)
    return (
      <Section title={<Trans>Gói kết quả</Trans>}>
        <p className="secondary">
          <Trans>Cuộc thi này không có gói kết quả công khai.</Trans>
        </p>
      </Section>
    );
  return (
    <Section title={<Trans>Gói kết quả</Trans>}>
      <div className={styles.pack}>
        <p>
          <Trans>
            Gói có mọi phiếu chấm đã ký (giám khảo mang bí danh), quy tắc chấm và kết quả. Bất kỳ ai cũng tính lại được, không cần hỏi cơ
            quan tổ chức.
          </Trans>
        </p>
        <p className={styles.acts}>
          <AnchorButton kind="primary" size="large" href={pack.url} download>
            <Icon of={Download} />
            <Trans>Tải gói kết quả ({fileSize(pack.size)})</Trans>
          </AnchorButton>
          <LinkButton size="large" to="/check-result">
            <Trans>Kiểm chứng gói</Trans>
          </LinkButton>
        </p>
        <p className="secondary">
          <Trans>Lập lúc {dayAndClock(pack.madeAt)}. Mã SHA-256 để đối chiếu với bản đã tải:</Trans>
        </p>
        <p className={styles.hash}>{pack.sha256}</p>
      </div>
    </Section>
  );
}

function NotPublic() {
  const { t } = useLingui();
  return (
    <>
      <PublicHead title={t`Không có cuộc thi này`} tab="404" />
      <Empty title={<Trans>Địa chỉ có thể đã gõ sai, hoặc cuộc thi chưa được công bố</Trans>}>
        <p>
          <Link to="/winners">
            <Trans>Tìm trong kết quả các năm</Trans>
          </Link>
        </p>
      </Empty>
    </>
  );
}
