import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { TextAreaField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { useToast } from '../../../ui/toast';
import { type ActionRow, REOPEN_ACTION } from '../action.query';

interface ReopenProps {
  readonly of: ActionRow;
  readonly again: () => void;
}

/** It was not done, or did not help: anew, by another day. */
export function ReopenAction(props: ReopenProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          setAsking(true);
        }}
      >
        <Trans>Yêu cầu làm lại</Trans>
      </Button>
      {asking && (
        <AskReopening
          {...props}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </>
  );
}

function AskReopening({ of: { id, version }, again, onClose }: ReopenProps & { readonly onClose: () => void }) {
  const toast = useToast();
  const act = useAct(REOPEN_ACTION);
  const [reason, setReason] = useState('');
  const [dueOn, setDueOn] = useState('');
  const reopen = async () => {
    if ((await act.run({ actionId: id, version, reason: reason.trim(), dueOn })).kind !== 'done') return;
    toast(<Trans>Đã yêu cầu làm lại.</Trans>);
    onClose();
    again();
  };
  return (
    <Dialog of={`reopenAction ${id}`} title={<Trans>Yêu cầu làm lại biện pháp</Trans>} onClose={onClose}>
      <Form onSubmit={() => void reopen()} refusal={act.refusal} broken={act.broken}>
        <TextAreaField
          label={<Trans>Vì sao phải làm lại</Trans>}
          name="reason"
          value={reason}
          onChange={setReason}
          error={errorAt(act.refusal, 'reason')}
        />
        <TextField
          label={<Trans>Hạn thực hiện</Trans>}
          name="dueOn"
          type="date"
          value={dueOn}
          onChange={setDueOn}
          error={errorAt(act.refusal, 'dueOn')}
        />
        <FormActs>
          <Button type="submit" kind="primary" busy={act.busy}>
            <Trans>Yêu cầu làm lại</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Không yêu cầu</Trans>
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
