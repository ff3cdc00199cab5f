import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { LinkButton } from '../../../ui/button';
import { money, named, titled } from '../../../ui/format';
import { Answer, Empty, Note } from '../../../ui/note';
import { Prose, PublicHead, PublicPage, Section } from '../../../ui/public-page';
import { useServerClock } from '../../../ui/server-clock';
import { DemoMark } from '../../../ui/state-mark';
import { PUBLIC_CONTEST, type PublicContest } from '../contest.query';
import { Course } from '../parts/course';
import { Documents } from '../parts/documents';
import { HowJudged } from '../parts/how-judged';
import { usePhaseWords } from '../parts/phase-words';
import styles from './contest-page.module.css';

/** A contest as anyone may read of it. */
export function Page() {
  const { contestId } = useParams({ from: '/public/contests/$contestId' });
  const asked = useAsk(PUBLIC_CONTEST, { id: contestId });
  return (
    <PublicPage>
      <Answer of={asked}>
        {({ publicContest, serverTime }) => (publicContest ? <Contest of={publicContest} serverTime={serverTime} /> : <NotPublic />)}
      </Answer>
    </PublicPage>
  );
}

function Contest({ of, serverTime }: { readonly of: PublicContest; readonly serverTime: string }) {
  const now = useServerClock(serverTime);
  const words = usePhaseWords(of.phase, of.year);
  const isPublished = of.phase === 'PUBLISHED' || of.phase === 'ARCHIVED';
  return (
    <article>
      <PublicHead
        title={titled(of)}
        above={
          <>
            {words.going} {of.illustrative && <DemoMark />}
          </>
        }
      >
        {named(of.host)}
      </PublicHead>
      {of.phase === 'CANCELLED' && (
        <Note tone="late">
          <Trans>Cuộc thi đã hủy. Lý do: {of.cancelReason ?? '–'}</Trans>
        </Note>
      )}
      {isPublished && (
        <p className={styles.act}>
          <LinkButton kind="primary" size="large" to="/contests/$contestId/result" params={{ contestId: of.id }}>
            <Trans>Xem kết quả</Trans>
          </LinkButton>
        </p>
      )}
      {of.objectives !== '' && (
        <Section title={<Trans>Mục đích, yêu cầu</Trans>}>
          <Prose>
            {of.objectives.split(/\n+/).map((paragraph, at) => (
              <p key={at}>{paragraph}</p>
            ))}
          </Prose>
        </Section>
      )}
      {of.phases.length > 0 && (
        <Section title={<Trans>Các giai đoạn</Trans>}>
          <Course of={of} now={now} />
        </Section>
      )}
      {!of.recorded && <HowToTakePart isOpen={of.phase === 'OPEN'} areas={of.areas} />}
      {of.judging && <HowJudged judging={of.judging} />}
      <Prizes of={of.prizePlan} />
      <Section title={<Trans>Văn bản của cuộc thi</Trans>} id="documents">
        <Documents of={of.documents} />
      </Section>
    </article>
  );
}

function HowToTakePart({ isOpen, areas }: { readonly isOpen: boolean; readonly areas: PublicContest['areas'] }) {
  return (
    <Section title={<Trans>Cách tham gia</Trans>} id="how">
      <ol className={styles.steps}>
        <li>
          <Trans>Đăng nhập bằng tài khoản do cơ quan cấp. Người chưa có tài khoản liên hệ bộ phận quản trị của đơn vị mình.</Trans>
        </li>
        <li>
          <Trans>
            Lập hồ sơ theo từng bước: tên và lĩnh vực, vấn đề và giải pháp, hiệu quả, tác giả và tỷ lệ đóng góp, tệp minh chứng, cam kết.
          </Trans>
        </li>
        <li>
          <Trans>Các đồng tác giả và thủ trưởng đơn vị xác nhận, nếu thể lệ yêu cầu.</Trans>
        </li>
        <li>
          <Trans>Nộp trước hạn. Hệ thống cấp giấy tiếp nhận có mã hồ sơ và thời điểm nộp.</Trans>
        </li>
      </ol>
      {areas.length > 0 && (
        <>
          <h3>
            <Trans>Lĩnh vực dự thi</Trans>
          </h3>
          <ul className={styles.areas}>
            {areas.map((area) => (
              <li key={area.id}>{named(area)}</li>
            ))}
          </ul>
        </>
      )}
      {isOpen && (
        <p className={styles.act}>
          <LinkButton kind="primary" size="large" to="/initiatives">
            <Trans>Gửi sáng kiến</Trans>
          </LinkButton>
        </p>
      )}
    </Section>
  );
}

function Prizes({ of }: { readonly of: PublicContest['prizePlan'] }) {
  const { t } = useLingui();
  if (of.length === 0) return null;
  const tracks = { INDIVIDUAL: t`cá nhân`, GROUP: t`nhóm tác giả` };
  return (
    <Section title={<Trans>Cơ cấu giải thưởng</Trans>} id="prizes">
      <ul className={styles.prizes}>
        {of.map((tier) => (
          <li key={tier.id}>
            <strong>
              {named(tier)}
              {tier.track !== null && <>, {tracks[tier.track]}</>}
            </strong>
            <span>
              <Plural value={tier.quantity} one="# giải" other="# giải" />
            </span>
            <span className="num">{money(tier.amount)}</span>
          </li>
        ))}
      </ul>
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
          <Link to="/">
            <Trans>Về trang chủ</Trans>
          </Link>
        </p>
      </Empty>
    </>
  );
}
