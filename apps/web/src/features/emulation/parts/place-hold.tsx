import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { TextAreaField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { PickField, type Picked } from '../../../ui/pick-field';
import { today } from '../../../ui/today';
import { useToast } from '../../../ui/toast';
import { PLACE_HOLD } from '../hold.query';
import { useFindOfficial } from './find-official';

/** What is typed of somebody who is looked into is kept on no machine: the dialog is of no act. */
export function PlaceHold({ onClose }: { readonly onClose: (done?: true) => void }) {
  const toast = useToast();
  const { run, busy, refusal, broken } = useAct(PLACE_HOLD);
  const [person, setPerson] = useState<Picked | null>(null);
  const [startsOn, setStartsOn] = useState(today);
  const [ground, setGround] = useState('');
  const place = async () => {
    if ((await run({ personId: person?.id ?? '', startsOn, ground })).kind !== 'done') return;
    toast(<Trans>Đã ghi tạm dừng.</Trans>);
    onClose(true);
  };
  return (
    <Dialog
      title={<Trans>Ghi tạm dừng xét danh hiệu</Trans>}
      onClose={() => {
        onClose();
      }}
    >
      <Form onSubmit={() => void place()} refusal={refusal} broken={broken}>
        <PickField
          label={<Trans>Đối với ai</Trans>}
          name="personId"
          value={person}
          onChange={setPerson}
          useFind={useFindOfficial}
          error={errorAt(refusal, 'personId')}
        />
        <TextField
          label={<Trans>Từ ngày</Trans>}
          name="startsOn"
          type="date"
          value={startsOn}
          onChange={setStartsOn}
          error={errorAt(refusal, 'startsOn')}
        />
        <TextAreaField
          label={<Trans>Lý do</Trans>}
          hint={<Trans>Chỉ cơ quan phụ trách và lãnh đạo đọc được; người này không được báo.</Trans>}
          name="ground"
          value={ground}
          onChange={setGround}
          error={errorAt(refusal, 'ground')}
        />
        <FormActs>
          <Button type="submit" kind="primary" busy={busy}>
            <Trans>Ghi tạm dừng</Trans>
          </Button>
          <Button
            onClick={() => {
              onClose();
            }}
          >
            <Trans>Chưa ghi</Trans>
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
