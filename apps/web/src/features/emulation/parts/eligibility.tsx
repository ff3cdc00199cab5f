import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Fact, Facts } from '../../../ui/facts';
import { named, number } from '../../../ui/format';
import { Note } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { DemoMark } from '../../../ui/state-mark';
import styles from '../emulation.module.css';
import { type EligibilityShown, type LinkShown } from '../title.query';
import { Condition, FindingMark, VerdictMark } from './title-words';

interface OfEligibility {
  readonly of: EligibilityShown;
}

/** What the records say of what a title asks for, condition by condition, and what they cannot say. */
export function Eligibility({ of }: OfEligibility) {
  const { t } = useLingui();
  const { person, kind, lastYear } = of;
  return (
    <>
      <Panel
        title={t`${named(kind)}, tính đến hết năm ${String(lastYear)}`}
        side={
          <span className={styles.marks}>
            <VerdictMark of={of.verdict} /> {of.illustrative && <DemoMark />}
          </span>
        }
      >
        <div className={styles.found}>
          <p>
            <strong>{person.fullName}.</strong> <Meaning of={of} />
          </p>
          {of.held === true && (
            <Note tone="soon">
              <Trans>Danh hiệu của người này đang tạm dừng xét. Kết quả đối chiếu ở đây không tính việc tạm dừng.</Trans>{' '}
              <Link to="/holds" search={{ person: person.id }}>
                <Trans>Xem việc tạm dừng</Trans>
              </Link>
            </Note>
          )}
          <ol className={styles.conditions}>
            {of.links.map((link, at) => (
              <OneCondition key={at} of={link} />
            ))}
          </ol>
        </div>
      </Panel>
      <Limits of={of} />
    </>
  );
}

function Meaning({ of: { verdict } }: OfEligibility) {
  if (verdict === 'MET') return <Trans>Điều kiện nào cũng có hồ sơ đã xác nhận.</Trans>;
  if (verdict === 'NOT_MET') return <Trans>Có năm hồ sơ ghi rõ là không đạt hoặc danh hiệu đã bị thu hồi.</Trans>;
  return <Trans>Có năm chưa có hồ sơ đã xác nhận, nên chưa nói được là đủ hay chưa đủ.</Trans>;
}

/** Year by year, with the records that say so, and what is wanting. */
function OneCondition({ of }: { readonly of: LinkShown }) {
  const { t } = useLingui();
  const wanting = of.found.filter(({ finding }) => finding === 'NOTHING').map(({ year }) => String(year));
  return (
    <li>
      <h3>
        <Condition of={of} /> <VerdictMark of={of.verdict} />
      </h3>
      <ul className={styles.years} aria-label={t`Từng năm`}>
        {of.found.map(({ year, finding, records }) => (
          <li key={year}>
            <b className="num">{year}</b> <FindingMark of={finding} />
            {records.map(({ id, kind, decisionNumber }) => (
              <Link key={id} to="/achievements/$achievementId" params={{ achievementId: id }}>
                {decisionNumber === null ? named(kind) : t`${named(kind)}, số ${decisionNumber}`}
              </Link>
            ))}
          </li>
        ))}
      </ul>
      {wanting.length > 0 && (
        <p>
          <Trans>
            Còn thiếu hồ sơ năm {wanting.join(', ')}: quyết định tặng danh hiệu, hoặc xác nhận là năm đó không đạt. Hồ sơ chờ xác nhận chưa
            được tính.
          </Trans>
        </p>
      )}
    </li>
  );
}

/** What nobody may take from it: what no record says, and whose word the rule is. */
function Limits({ of: { unchecked, legalBasis, ruleNumber } }: OfEligibility) {
  return (
    <Panel title={<Trans>Kết quả này nói được đến đâu</Trans>}>
      <Facts>
        <Fact name={<Trans>Hồ sơ không thể hiện, người xét tự kiểm tra</Trans>}>
          {unchecked ?? <Trans>Cơ quan phụ trách không ghi điều kiện nào khác.</Trans>}
        </Fact>
        <Fact name={<Trans>Căn cứ, theo cơ quan phụ trách nhập</Trans>}>
          {legalBasis} <Trans>(bản điều kiện thứ {number(ruleNumber)})</Trans>
        </Fact>
        <Fact name={<Trans>Chưa kiểm chứng</Trans>}>
          <Trans>Hệ thống không đối chiếu điều kiện với văn bản pháp luật; cần xem văn bản đang có hiệu lực trước khi xét.</Trans>
        </Fact>
      </Facts>
    </Panel>
  );
}
