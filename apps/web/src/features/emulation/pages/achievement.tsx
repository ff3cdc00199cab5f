import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { LinkButton } from '../../../ui/button';
import { Fact, Facts } from '../../../ui/facts';
import { day, named } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { DemoMark } from '../../../ui/state-mark';
import { ACHIEVEMENT, type AchievementShown } from '../emulation.query';
import styles from '../emulation.module.css';
import { AchievementActs } from '../parts/acts';
import { Evidence } from '../parts/evidence';
import { AchievementMark, useSourceWords } from '../parts/words';

/** One record: what was achieved, by which decision, and what became of it. */
export function Page() {
  const { t } = useLingui();
  const { achievementId } = useParams({ from: '/inside/achievements/$achievementId' });
  const asked = useAsk(ACHIEVEMENT, { id: achievementId });
  return (
    <>
      <Bar crumbs={[{ label: t`Thành tích`, link: { to: '/achievements' } }, { label: t`Một thành tích` }]} />
      <Answer of={asked}>
        {({ achievement }) =>
          achievement === null ? (
            <Empty title={<Trans>Không có thành tích này, hoặc không mở cho tài khoản này.</Trans>} />
          ) : (
            <>
              <PageHead title={`${named(achievement.kind)} ${String(achievement.year)}`} acts={<ToEligibility of={achievement} />}>
                <AchievementMark state={achievement.state} /> {achievement.illustrative && <DemoMark />}
              </PageHead>
              <div className={styles.page}>
                <Recorded of={achievement} />
                <Evidence of={achievement} />
                <AchievementActs key={achievement.version} of={achievement} again={asked.again} />
              </div>
            </>
          )
        }
      </Answer>
    </>
  );
}

/** What titles ask for of the person, by this and their other records. */
function ToEligibility({ of: { person } }: { readonly of: AchievementShown }) {
  const { id } = useMe().person;
  return (
    <LinkButton to="/eligibility" search={person.id === id ? {} : { person: person.id }}>
      <Trans>Điều kiện danh hiệu</Trans>
    </LinkButton>
  );
}

function Recorded({ of }: { readonly of: AchievementShown }) {
  const sources = useSourceWords();
  const { decidedOn, revokedOn } = of;
  return (
    <Panel title={<Trans>Nội dung</Trans>}>
      <Facts>
        <Fact name={<Trans>Họ tên</Trans>}>{of.person.fullName}</Fact>
        <Fact name={<Trans>Đơn vị khi đạt thành tích</Trans>}>{named(of.unitThen)}</Fact>
        {of.without && (
          <Fact name={<Trans>Kết quả trong năm</Trans>}>
            <Trans>Không đạt danh hiệu</Trans>
          </Fact>
        )}
        {of.detail !== null && <Fact name={<Trans>Nội dung cụ thể</Trans>}>{of.detail}</Fact>}
        {decidedOn !== null && (
          <Fact name={<Trans>Quyết định</Trans>}>
            <Trans>
              Số {of.decisionNumber}, ngày {day(decidedOn)}, {of.issuer}
            </Trans>
          </Fact>
        )}
        {of.basedOn.length > 0 && (
          <Fact name={<Trans>Căn cứ vào thành tích</Trans>}>
            {of.basedOn.map(({ id, kind, year }) => (
              <div key={id}>
                <Link to="/achievements/$achievementId" params={{ achievementId: id }}>
                  {`${named(kind)} ${String(year)}`}
                </Link>
              </div>
            ))}
          </Fact>
        )}
        <Fact name={<Trans>Nguồn</Trans>}>{sources[of.source]}</Fact>
        {of.declaredByName !== null && <Fact name={<Trans>Người kê khai</Trans>}>{of.declaredByName}</Fact>}
        {of.settledByName !== null && <Fact name={<Trans>Người xem xét</Trans>}>{of.settledByName}</Fact>}
        {of.rejectionReason !== null && <Fact name={<Trans>Lý do không xác nhận</Trans>}>{of.rejectionReason}</Fact>}
        {of.revocationReason !== null && <Fact name={<Trans>Lý do thu hồi</Trans>}>{of.revocationReason}</Fact>}
        {of.withdrawalReason !== null && <Fact name={<Trans>Lý do gỡ</Trans>}>{of.withdrawalReason}</Fact>}
        {revokedOn !== null && (
          <Fact name={<Trans>Quyết định thu hồi</Trans>}>
            <Trans>
              Số {of.revocationNumber}, ngày {day(revokedOn)}
            </Trans>
          </Fact>
        )}
      </Facts>
    </Panel>
  );
}
