import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { TextAreaField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { useToast } from '../../../ui/toast';
import { OPEN_ACTION } from '../action.query';

/** What it is about: a finding is an item of an inspection. */
type Source = { readonly signalId: string } | { readonly caseId: string } | { readonly findingId: string };

/** What the unit does about a signal, a case or a finding. */
export function OpenAction({ about }: { readonly about: Source }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          setAsking(true);
        }}
      >
        <Trans>Lập biện pháp</Trans>
      </Button>
      {asking && (
        <AskAction
          about={about}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </>
  );
}

function AskAction({ about, onClose }: { readonly about: Source; readonly onClose: () => void }) {
  const toast = useToast();
  const act = useAct(OPEN_ACTION);
  const [said, setSaid] = useState({ rootCause: '', remedy: '', dueOn: '' });
  const say = (key: keyof typeof said) => (value: string) => {
    setSaid({ ...said, [key]: value });
  };
  const open = async () => {
    if ((await act.run({ ...about, ...said })).kind !== 'done') return;
    toast(<Trans>Đã lập biện pháp khắc phục.</Trans>);
    onClose();
  };
  return (
    <Dialog of={`openAction ${Object.values(about).join()}`} title={<Trans>Lập biện pháp khắc phục</Trans>} onClose={onClose}>
      <Form onSubmit={() => void open()} refusal={act.refusal} broken={act.broken}>
        <p>
          <Trans>Người đứng đầu đơn vị chịu trách nhiệm; Phòng Nội vụ xác minh rồi kiểm tra hiệu quả sau bốn tuần.</Trans>
        </p>
        <TextAreaField
          label={<Trans>Nguyên nhân</Trans>}
          name="rootCause"
          value={said.rootCause}
          onChange={say('rootCause')}
          error={errorAt(act.refusal, 'rootCause')}
        />
        <TextAreaField
          label={<Trans>Biện pháp</Trans>}
          name="remedy"
          value={said.remedy}
          onChange={say('remedy')}
          error={errorAt(act.refusal, 'remedy')}
        />
        <TextField
          label={<Trans>Hạn thực hiện</Trans>}
          name="dueOn"
          type="date"
          value={said.dueOn}
          onChange={say('dueOn')}
          error={errorAt(act.refusal, 'dueOn')}
        />
        <FormActs>
          <Button type="submit" kind="primary" busy={act.busy}>
            <Trans>Lập biện pháp</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Không lập</Trans>
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
