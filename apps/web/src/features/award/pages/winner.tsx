import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { CitizensVoice } from '../../../ui/citizens-voice';
import { day, money, named, percent, titled } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { Prose, PublicHead, PublicPage, Section } from '../../../ui/public-page';
import { DemoMark, Tag } from '../../../ui/state-mark';
import { WhereUsed } from '../parts/where-used';
import { PUBLIC_INITIATIVE, type PublicInitiative, type PublicRecognition, type PublicVoice } from '../winners.query';
import styles from './winner.module.css';

/** One initiative as anyone may read of it. */
export function Page() {
  const { initiativeId } = useParams({ from: '/public/winners/$initiativeId' });
  const asked = useAsk(PUBLIC_INITIATIVE, { id: initiativeId });
  return (
    <PublicPage>
      <Answer of={asked}>
        {({ publicInitiative, publicRecognition, publicCitizensVoice }) =>
          publicInitiative ? (
            <Initiative of={publicInitiative} recognition={publicRecognition} voice={publicCitizensVoice} />
          ) : (
            <NotPublic />
          )
        }
      </Answer>
    </PublicPage>
  );
}

interface InitiativeProps {
  readonly of: PublicInitiative;
  readonly recognition: PublicRecognition | null;
  readonly voice: PublicVoice | null;
}

function Initiative({ of, recognition, voice }: InitiativeProps) {
  const { contest } = of;
  return (
    <article>
      <PublicHead
        title={of.title}
        above={
          <>
            <Link to="/contests/$contestId" params={{ contestId: contest.id }}>
              {titled(contest)}
            </Link>
            {of.illustrative && <DemoMark />}
          </>
        }
      />
      <Facts of={of} recognition={recognition} />
      <Texts of={of} />
      {of.rollout ? (
        <WhereUsed rollout={of.rollout} />
      ) : (
        <Section title={<Trans>Nơi đang áp dụng</Trans>}>
          <p className="secondary">
            <Trans>Chưa có quyết định nhân rộng sáng kiến này.</Trans>
          </p>
        </Section>
      )}
      {voice && (
        <Section title={<Trans>Tiếng nói người dân</Trans>}>
          <CitizensVoice of={voice} />
        </Section>
      )}
      <Family of={of} />
    </article>
  );
}

/** That it is recognised by law, which a prize is not. */
function Recognised({ of }: { readonly of: PublicRecognition }) {
  const { t } = useLingui();
  const reach = { ESTABLISHMENT: t`cơ sở`, PROVINCE: t`tỉnh, thành phố`, NATIONAL: t`toàn quốc` };
  return (
    <div>
      <dt>
        <Trans>Công nhận sáng kiến</Trans>
      </dt>
      <dd>
        <strong>
          <Trans>Phạm vi ảnh hưởng: {reach[of.influence]}</Trans>
        </strong>{' '}
        <span className={styles.source}>
          <Trans>
            {of.decisionNumber} ngày {day(of.decidedOn)}, {named(of.unit)}
          </Trans>
        </span>
      </dd>
    </div>
  );
}

function Facts({ of, recognition }: Pick<InitiativeProps, 'of' | 'recognition'>) {
  return (
    <dl className={styles.facts}>
      {of.prizes.map((prize) => (
        <div key={prize.awardId}>
          <dt>
            <Trans>Giải thưởng</Trans>
          </dt>
          <dd>
            <strong>{named(prize)}</strong>
            {Number(prize.amount) > 0 && <>, {money(prize.amount)}</>}{' '}
            {prize.revokedAt !== null && (
              <Tag>
                <Trans>đã thu hồi ngày {day(prize.revokedAt)}</Trans>
              </Tag>
            )}
            {prize.decisionNumber !== null && (
              <span className={styles.source}>
                {prize.decisionNumber}
                {prize.decidedOn !== null && (
                  <>
                    {' '}
                    <Trans>ngày {day(prize.decidedOn)}</Trans>
                  </>
                )}
              </span>
            )}
          </dd>
        </div>
      ))}
      {recognition && <Recognised of={recognition} />}
      <div>
        <dt>
          <Trans>Tác giả</Trans>
        </dt>
        <dd>
          <ul>
            {of.authors.map(({ person, share }) => (
              <li key={person.id}>
                {person.fullName}
                {of.authors.length > 1 && <span className="secondary num">, {percent(share)}</span>}
              </li>
            ))}
          </ul>
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Đơn vị</Trans>
        </dt>
        <dd>{named(of.unit)}</dd>
      </div>
      <div>
        <dt>
          <Trans>Lĩnh vực</Trans>
        </dt>
        <dd>{named(of.area)}</dd>
      </div>
      {of.receiptNumber !== null && (
        <div>
          <dt>
            <Trans>Mã hồ sơ</Trans>
          </dt>
          <dd className="num">{of.receiptNumber}</dd>
        </div>
      )}
    </dl>
  );
}

function Texts({ of: { texts } }: { readonly of: PublicInitiative }) {
  const { t } = useLingui();
  const titles = {
    PROBLEM: t`Vấn đề cần giải quyết`,
    SOLUTION: t`Nội dung giải pháp`,
    NOVELTY: t`Điểm mới`,
    EFFECT: t`Hiệu quả mang lại`,
    INFLUENCE: t`Phạm vi ảnh hưởng, khả năng nhân rộng`,
  };
  if (texts.length === 0)
    return (
      <Section title={<Trans>Nội dung sáng kiến</Trans>}>
        <p className="secondary">
          <Trans>Thể lệ của cuộc thi này không công khai nội dung hồ sơ.</Trans>
        </p>
      </Section>
    );
  return texts.map(({ kind, text }) => (
    <Section key={kind} title={titles[kind]}>
      <Prose>
        {text.split(/\n+/).map((paragraph, at) => (
          <p key={at}>{paragraph}</p>
        ))}
      </Prose>
    </Section>
  ));
}

/** What it grew from, and what grew from it. */
function Family({ of: { grewFrom, grewInto } }: { readonly of: PublicInitiative }) {
  if (grewFrom.length + grewInto.length === 0) return null;
  return (
    <>
      {grewFrom.length > 0 && (
        <Section title={<Trans>Phát triển từ</Trans>}>
          <Relatives of={grewFrom} />
        </Section>
      )}
      {grewInto.length > 0 && (
        <Section title={<Trans>Được phát triển thành</Trans>}>
          <Relatives of={grewInto} />
        </Section>
      )}
    </>
  );
}

function Relatives({ of }: { readonly of: PublicInitiative['grewFrom'] }) {
  return (
    <ul className={styles.relatives}>
      {of.map(({ id, title, year }) => (
        <li key={id}>
          <span className="num">{year}</span>{' '}
          <Link to="/winners/$initiativeId" params={{ initiativeId: id }}>
            {title}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function NotPublic() {
  const { t } = useLingui();
  return (
    <>
      <PublicHead title={t`Không có sáng kiến này`} tab="404" />
      <Empty title={<Trans>Địa chỉ có thể đã gõ sai, hoặc sáng kiến chưa được công khai</Trans>}>
        <p>
          <Link to="/winners">
            <Trans>Tìm trong kết quả các năm</Trans>
          </Link>
        </p>
      </Empty>
    </>
  );
}
