import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { Fact, Facts } from '../../../ui/facts';
import { day, dayAndClock, named, number, percent } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { DemoMark } from '../../../ui/state-mark';
import { INSPECTION, type InspectionShown } from '../inspection.query';
import styles from '../inspection.module.css';
import { InspectionActs } from '../parts/inspection-acts';
import { InspectionItems } from '../parts/inspection-items';
import { InspectionMark, useInspectionKinds } from '../parts/inspection-words';

/** One inspection: who looks, what was found item by item, and what the minutes say. */
export function Page() {
  const { t } = useLingui();
  const { inspectionId } = useParams({ from: '/inside/inspections/$inspectionId' });
  const asked = useAsk(INSPECTION, { id: inspectionId });
  return (
    <>
      <Bar crumbs={[{ label: t`Kiểm tra`, link: { to: '/inspections' } }, { label: t`Một cuộc kiểm tra` }]} />
      <Answer of={asked}>
        {({ inspection }) =>
          inspection === null ? (
            <Empty title={<Trans>Không có cuộc kiểm tra này, hoặc không mở cho tài khoản này.</Trans>} />
          ) : (
            <>
              <PageHead title={named(inspection.unit)}>
                <InspectionMark of={inspection} /> {inspection.illustrative && <DemoMark />}
              </PageHead>
              <div className={styles.page}>
                <Order of={inspection} />
                <InspectionItems of={inspection} again={asked.again} />
                {inspection.drawnUpAt !== null && <Minutes of={inspection} />}
                <InspectionActs key={inspection.version} of={inspection} again={asked.again} />
              </div>
            </>
          )
        }
      </Answer>
    </>
  );
}

function Order({ of }: { readonly of: InspectionShown }) {
  const kinds = useInspectionKinds();
  const { startedAt, callOffReason } = of;
  return (
    <Panel title={<Trans>Quyết định kiểm tra</Trans>}>
      <Facts>
        <Fact name={<Trans>Hình thức</Trans>}>{kinds[of.kind]}</Fact>
        <Fact name={<Trans>Quyết định</Trans>}>
          <Trans>
            Số {of.decisionNumber}, ngày {day(of.decidedOn)}
          </Trans>
        </Fact>
        <Fact name={<Trans>Người lập đoàn</Trans>}>{of.orderedByName}</Fact>
        <Fact name={<Trans>Trưởng đoàn</Trans>}>{namesOf(of, true)}</Fact>
        <Fact name={<Trans>Thành viên</Trans>}>{namesOf(of, false) || '–'}</Fact>
        <Fact name={<Trans>Bắt đầu</Trans>}>{startedAt === null ? <Trans>chưa bắt đầu</Trans> : dayAndClock(startedAt)}</Fact>
        {callOffReason !== null && <Fact name={<Trans>Lý do không tiến hành</Trans>}>{callOffReason}</Fact>}
      </Facts>
    </Panel>
  );
}

const namesOf = ({ team }: InspectionShown, lead: boolean): string =>
  team
    .filter(({ leads }) => leads === lead)
    .map(({ person }) => person.fullName)
    .join(', ');

function Minutes({ of }: { readonly of: InspectionShown }) {
  const { conclusion, scorePercent, teamSignerName, teamSignedAt, unitSignerName, unitSignedAt, signRefusal } = of;
  return (
    <Panel title={<Trans>Biên bản</Trans>}>
      <Facts>
        <Fact name={<Trans>Kết luận</Trans>}>{conclusion}</Fact>
        <Fact name={<Trans>Tỷ lệ đạt</Trans>}>
          {scorePercent === null ? (
            <Trans>không có nội dung nào áp dụng</Trans>
          ) : (
            <Trans>
              {percent(Number(scorePercent), 2)} ({number(of.yes)} đạt, {number(of.no)} không đạt, {number(of.notApplicable)} không áp dụng)
            </Trans>
          )}
        </Fact>
        <Fact name={<Trans>Đoàn kiểm tra ký</Trans>}>
          {teamSignedAt === null ? (
            <Trans>chưa ký</Trans>
          ) : (
            <>
              {teamSignerName}, {dayAndClock(teamSignedAt)}
            </>
          )}
        </Fact>
        <Fact name={<Trans>Đơn vị ký</Trans>}>
          {signRefusal !== null ? (
            <Trans>không ký: {signRefusal}</Trans>
          ) : unitSignedAt === null ? (
            <Trans>chưa ký</Trans>
          ) : (
            <>
              {unitSignerName}, {dayAndClock(unitSignedAt)}
            </>
          )}
        </Fact>
      </Facts>
    </Panel>
  );
}
