import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { TextAreaField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { Panel } from '../../../ui/panel';
import { ANSWER_ITEM } from '../inspection-acts.query';
import { type InspectionAnswer, type InspectionItem, type InspectionShown } from '../inspection.query';
import styles from '../inspection.module.css';
import { OpenAction } from './open-action';
import { useAnswerWords } from './inspection-words';

interface OfInspection {
  readonly of: InspectionShown;
  readonly again: () => void;
}

/** What is looked at, in its order: the team answers on the spot, all others read. */
export function InspectionItems({ of, again }: OfInspection) {
  return (
    <Panel title={<Trans>Nội dung kiểm tra</Trans>}>
      <ol className={styles.items}>
        {of.items.map((item) => (
          <li key={item.id}>
            {item.question}
            {of.whyNotAnswer ? <Found of={item} /> : <AnswerItem key={item.version} of={item} again={again} />}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Found({ of: { id, answer, remark, canOpenAction } }: { readonly of: InspectionItem }) {
  const words = useAnswerWords();
  if (answer === null) return null;
  return (
    <div className={styles.answer}>
      <span>
        <b>{words[answer]}</b>
        {remark !== null && <>: {remark}</>}
      </span>
      {canOpenAction && <OpenAction about={{ findingId: id }} />}
    </div>
  );
}

const ANSWERS: readonly InspectionAnswer[] = ['YES', 'NO', 'NA'];

function AnswerItem({
  of: { id: itemId, version, question, answer: given, remark: said },
  again,
}: {
  of: InspectionItem;
  again: () => void;
}) {
  const { t } = useLingui();
  const words = useAnswerWords();
  const act = useAct(ANSWER_ITEM);
  const [answer, setAnswer] = useState(given);
  const [remark, setRemark] = useState(said ?? '');
  const changed = answer !== given || remark !== (said ?? '');
  const send = async () => {
    if (answer === null) return;
    const sent = await act.run({ itemId, version, answer, remark: remark.trim() || null });
    if (sent.kind === 'done') again();
  };
  return (
    <div className={styles.answer}>
      <Form onSubmit={() => void send()} refusal={act.refusal} broken={act.broken}>
        <div className={styles.acts} role="group" aria-label={t`Kết quả: ${question}`}>
          {ANSWERS.map((one) => (
            <Button
              key={one}
              size="small"
              kind={answer === one ? 'primary' : undefined}
              aria-pressed={answer === one}
              onClick={() => {
                setAnswer(one);
              }}
            >
              {words[one]}
            </Button>
          ))}
        </div>
        {answer !== null && (
          <TextAreaField
            label={<Trans>Nhận xét</Trans>}
            hint={answer === 'NO' ? <Trans>Ghi rõ điều chưa đạt.</Trans> : undefined}
            optional={answer !== 'NO'}
            name={`remark.${itemId}`}
            rows={2}
            value={remark}
            onChange={setRemark}
            error={errorAt(act.refusal, 'remark')}
          />
        )}
        {answer !== null && changed && (
          <FormActs>
            <Button type="submit" size="small" busy={act.busy}>
              <Trans>Ghi kết quả</Trans>
            </Button>
          </FormActs>
        )}
      </Form>
    </div>
  );
}
