import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextAreaField, TextField } from '../../ui/field';
import { Form, FormActs, errorAt } from '../../ui/form';
import { Panel } from '../../ui/panel';
import { useToast } from '../../ui/toast';
import { type OwnRecognitionRead } from './beside-dossier.query';
import { APPLY_FOR_RECOGNITION } from './recognition.query';

interface OwnProps {
  readonly id: string;
  readonly of: OwnRecognitionRead | undefined;
  readonly again: () => void;
}

/** Whether it is recognised by law, which a prize is not: applied for by those who wrote it. */
export function OwnRecognition({ id, of: own, again }: OwnProps) {
  const [asking, setAsking] = useState(false);
  if (!own || (own.whyNotApply && !own.latest)) return null;
  return (
    <Panel title={<Trans>Công nhận sáng kiến theo Nghị định 13/2012/NĐ-CP</Trans>}>
      {own.latest && (
        <p>
          <Link to="/recognitions/$recognitionId" params={{ recognitionId: own.latest.id }}>
            <Trans>Xem đề nghị công nhận và kết quả</Trans>
          </Link>
        </p>
      )}
      {!own.whyNotApply && (
        <Button
          onClick={() => {
            setAsking(true);
          }}
        >
          <Trans>Đề nghị công nhận</Trans>
        </Button>
      )}
      {asking && (
        <Apply
          id={id}
          onClose={() => {
            setAsking(false);
          }}
          again={again}
        />
      )}
    </Panel>
  );
}

interface ApplyProps {
  readonly id: string;
  readonly onClose: () => void;
  readonly again: () => void;
}

function Apply({ id, onClose, again }: ApplyProps) {
  const act = useAct(APPLY_FOR_RECOGNITION);
  const toast = useToast();
  const [said, setSaid] = useState({ firstAppliedOn: '', benefit: '' });
  const apply = async () => {
    if ((await act.run({ initiativeId: id, ...said })).kind !== 'done') return;
    toast(<Trans>Đã gửi đơn đề nghị công nhận.</Trans>);
    onClose();
    again();
  };
  return (
    <Dialog of={`applyForRecognition ${id}`} title={<Trans>Đề nghị công nhận sáng kiến</Trans>} onClose={onClose}>
      <Form onSubmit={() => void apply()} refusal={act.refusal} broken={act.broken}>
        <TextField
          label={<Trans>Ngày áp dụng lần đầu hoặc áp dụng thử</Trans>}
          name="firstAppliedOn"
          type="date"
          value={said.firstAppliedOn}
          onChange={(firstAppliedOn) => {
            setSaid({ ...said, firstAppliedOn });
          }}
          error={errorAt(act.refusal, 'firstAppliedOn')}
        />
        <TextAreaField
          label={<Trans>Lợi ích mang lại</Trans>}
          name="benefit"
          value={said.benefit}
          onChange={(benefit) => {
            setSaid({ ...said, benefit });
          }}
          error={errorAt(act.refusal, 'benefit')}
        />
        <FormActs>
          <Button type="submit" kind="primary" busy={act.busy}>
            <Trans>Gửi đơn đề nghị</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Chưa gửi</Trans>
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
