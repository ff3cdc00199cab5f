import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { may, useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { LinkButton } from '../../../ui/button';
import { Fact, Facts } from '../../../ui/facts';
import { day, named, number } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { DemoMark } from '../../../ui/state-mark';
import { RecognitionActs } from '../parts/recognition-acts';
import { RecognitionMark, useInfluenceWords, useRoleWords } from '../parts/words';
import { RECOGNITION, type RecognitionShown } from '../recognition.query';
import styles from '../recognition.module.css';

/** One application: what was applied for, its council, and what that said. */
export function Page() {
  const { t } = useLingui();
  const { recognitionId } = useParams({ from: '/inside/recognitions/$recognitionId' });
  const asked = useAsk(RECOGNITION, { id: recognitionId });
  return (
    <>
      <Bar crumbs={[{ label: t`Công nhận sáng kiến`, link: { to: '/recognitions' } }, { label: t`Một đề nghị` }]} />
      <Answer of={asked}>
        {({ recognition }) =>
          recognition === null ? (
            <Empty title={<Trans>Không có đề nghị này, hoặc không mở cho tài khoản này.</Trans>} />
          ) : (
            <>
              <PageHead title={recognition.initiative.title}>
                <RecognitionMark state={recognition.state} /> {recognition.illustrative && <DemoMark />}
              </PageHead>
              <div className={styles.page}>
                <Result of={recognition} />
                <Application of={recognition} />
                {recognition.councilNumber !== null && <Council of={recognition} />}
                <RecognitionActs key={recognition.version} of={recognition} again={asked.again} />
              </div>
            </>
          )
        }
      </Answer>
    </>
  );
}

function Result({ of }: { readonly of: RecognitionShown }) {
  const influence = useInfluenceWords();
  const me = useMe();
  if (of.decidedOn === null) return null;
  const { decidedOn, yes, no, reason, revokedOn } = of;
  return (
    <Panel title={<Trans>Kết quả xét công nhận</Trans>}>
      <Facts>
        <Fact name={<Trans>Ngày Hội đồng biểu quyết</Trans>}>{day(decidedOn)}</Fact>
        <Fact name={<Trans>Bỏ phiếu kín</Trans>}>
          <Trans>
            {number(yes ?? 0)} đồng ý, {number(no ?? 0)} không đồng ý
          </Trans>
        </Fact>
        {of.influence !== null && <Fact name={<Trans>Phạm vi ảnh hưởng</Trans>}>{influence[of.influence]}</Fact>}
        {reason !== null && <Fact name={<Trans>Lý do, ý kiến của Hội đồng</Trans>}>{reason}</Fact>}
        {of.recognisedOn !== null && (
          <Fact name={<Trans>Quyết định công nhận</Trans>}>
            <Trans>
              Số {of.recognitionNumber}, ngày {day(of.recognisedOn)}
            </Trans>
          </Fact>
        )}
        {revokedOn !== null && (
          <Fact name={<Trans>Hủy bỏ công nhận</Trans>}>
            <Trans>
              Quyết định số {of.revocationNumber}, ngày {day(revokedOn)}: {of.revocationReason}
            </Trans>
          </Fact>
        )}
      </Facts>
      {of.recognisedOn !== null && may(me, 'paper:read') && (
        <LinkButton to="/contests/$contestId/certificates" params={{ contestId: of.contest.id }}>
          <Trans>Giấy chứng nhận</Trans>
        </LinkButton>
      )}
    </Panel>
  );
}

function Application({ of }: { readonly of: RecognitionShown }) {
  const { receiptNumber, acceptedOn, decideBy } = of;
  return (
    <Panel title={<Trans>Đơn đề nghị</Trans>}>
      <Facts>
        <Fact name={<Trans>Tác giả</Trans>}>{of.authorNames.join(', ')}</Fact>
        <Fact name={<Trans>Người đề nghị</Trans>}>
          <Trans>
            {of.appliedByName}, ngày {day(of.appliedOn)}
          </Trans>
        </Fact>
        <Fact name={<Trans>Áp dụng lần đầu hoặc áp dụng thử</Trans>}>{day(of.firstAppliedOn)}</Fact>
        <Fact name={<Trans>Lợi ích mang lại</Trans>}>{of.benefit}</Fact>
        <Fact name={<Trans>Cơ quan xét công nhận</Trans>}>{named(of.unit)}</Fact>
        {acceptedOn !== null && decideBy !== null && (
          <Fact name={<Trans>Tiếp nhận</Trans>}>
            <Trans>
              Số {receiptNumber}, ngày {day(acceptedOn)}; hạn xét {day(decideBy)}
            </Trans>
          </Fact>
        )}
      </Facts>
    </Panel>
  );
}

function Council({ of }: { readonly of: RecognitionShown }) {
  const roles = useRoleWords();
  return (
    <Panel title={<Trans>Hội đồng sáng kiến</Trans>}>
      <p>
        <Trans>
          Quyết định số {of.councilNumber}, ngày {of.councilDecidedOn && day(of.councilDecidedOn)}.
        </Trans>{' '}
        {of.votesNeeded !== null && <Trans>Cần ít nhất {number(of.votesNeeded)} phiếu đồng ý.</Trans>}
      </p>
      <ul className={styles.members}>
        {of.seats.map(({ person, role, present }) => (
          <li key={person.id}>
            {person.fullName} – {roles[role]}
            {present === false && (
              <>
                {' '}
                (<Trans>vắng mặt</Trans>)
              </>
            )}
          </li>
        ))}
      </ul>
      <p className="secondary">
        {of.votesOf === 'PRESENT' ? (
          <Trans>
            Hai phần ba tính trên số thành viên có mặt, theo quyết định lập Hội đồng; cách tính này chưa được kiểm chứng với văn bản.
          </Trans>
        ) : (
          <Trans>Hai phần ba tính trên số thành viên được cử, kể cả người vắng mặt; cách tính này chưa được kiểm chứng với văn bản.</Trans>
        )}
      </p>
    </Panel>
  );
}
