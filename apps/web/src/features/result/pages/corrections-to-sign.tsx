import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { dayAndClock } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Sign } from '../../../ui/icons';
import { Answer, Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { useToast } from '../../../ui/toast';
import { CARD, type Marks, Rubric, Signing, type WholeCard, markOf, marksOf, missingOf, sentMarks } from '../../scoring/shared';
import { CORRECTIONS_TO_SIGN, type CorrectionRow, SIGN_CORRECTION } from '../office/correction.query';
import styles from '../office/final.module.css';

/** One's own cards that are asked for anew since a result is to be corrected. */
export function Page() {
  const { t } = useLingui();
  const asked = useAsk(CORRECTIONS_TO_SIGN, {});
  return (
    <>
      <Bar crumbs={[{ label: t`Phiếu chấm của tôi`, link: { to: '/judging' } }, { label: t`Phiếu cần ký lại` }]} />
      <PageHead title={t`Phiếu cần ký lại`}>
        <Trans>Khi kết quả cần đính chính, giám khảo ký lại phiếu của mình. Phiếu chỉ đổi khi người thứ hai quyết định áp dụng.</Trans>
      </PageHead>
      <Answer of={asked}>
        {({ correctionsToSign }) =>
          correctionsToSign.length === 0 ? (
            <Empty title={<Trans>Không có phiếu nào cần ký lại</Trans>} />
          ) : (
            <div className={styles.stack}>
              {correctionsToSign.map((correction) => (
                <ToSign key={correction.id} of={correction} onDone={asked.again} />
              ))}
            </div>
          )
        }
      </Answer>
    </>
  );
}

function ToSign({ of, onDone }: { readonly of: CorrectionRow; readonly onDone: () => void }) {
  const { t } = useLingui();
  const asked = useAsk(CARD, { id: of.scorecardId });
  return (
    <Panel title={t`${of.initiative.receiptNumber} ${of.initiative.title}`}>
      <div className={styles.stack}>
        <div>
          <p>
            <Trans>Lý do đề nghị ký lại: {of.reason}</Trans>
          </p>
          <p className="caption">
            <Trans>
              {of.proposedByName} đề nghị {dayAndClock(of.proposedAt)}
            </Trans>
          </p>
        </div>
        <Answer of={asked}>{({ scorecard }) => scorecard && <NewMarks of={of} card={scorecard} onDone={onDone} />}</Answer>
      </div>
    </Panel>
  );
}

function NewMarks({ of, card, onDone }: { readonly of: CorrectionRow; readonly card: WholeCard; readonly onDone: () => void }) {
  const toast = useToast();
  const [marks, setMarks] = useState<Marks>(() => marksOf(card));
  const [reviewing, setReviewing] = useState(false);
  const { run, busy, refusal, broken, clear } = useAct(SIGN_CORRECTION);
  const missing = missingOf(card.criteria, marks);
  const why = `missing-${of.id}`;
  const sign = async () => {
    const { kind } = await run({ correctionId: of.id, version: of.version, marks: sentMarks(card.criteria, marks) });
    if (kind !== 'done') return;
    setReviewing(false);
    toast(<Trans>Đã ký lại phiếu; kết quả đổi khi người thứ hai quyết định áp dụng.</Trans>);
    onDone();
  };
  return (
    <>
      <Rubric
        card={card}
        marks={marks}
        readOnly={!of.canSign}
        onChange={(key, part) => {
          setMarks({ ...marks, [key]: { ...markOf(marks, key), ...part } });
        }}
      />
      {missing.length > 0 && (
        <p id={why} className="secondary">
          <Trans>Còn tiêu chí thiếu điểm hoặc lời nhận xét.</Trans>
        </p>
      )}
      <div className={styles.acts}>
        <Button
          kind="primary"
          size="large"
          shut={missing.length > 0 || !of.canSign ? why : false}
          onClick={() => {
            setReviewing(true);
          }}
        >
          <Icon of={Sign} />
          <Trans>Xem lại và ký lại phiếu</Trans>
        </Button>
      </div>
      {reviewing && (
        <Signing
          card={{ title: card.initiative.title, criteria: card.criteria }}
          heading={<Trans>Xem lại phiếu {of.initiative.receiptNumber}</Trans>}
          meaning={<Trans>Sau khi ký, điểm mới chờ người thứ hai quyết định và không sửa được. Phiếu cũ được giữ lại.</Trans>}
          marks={marks}
          busy={busy}
          unsaved={false}
          refusal={refusal}
          broken={broken}
          onClose={() => {
            clear();
            setReviewing(false);
          }}
          onSign={() => void sign()}
        />
      )}
    </>
  );
}
