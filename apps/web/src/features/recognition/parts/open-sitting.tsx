import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { CheckField } from '../../../ui/field';
import { Form, FormActs } from '../../../ui/form';
import { useToast } from '../../../ui/toast';
import { OPEN_SITTING } from '../recognition.query';
import { type OfRecognition } from './recognition-acts';

interface Closing extends OfRecognition {
  readonly onClose: () => void;
}

/** Who is present, member by member. */
export function OpenSitting({ of: { id, version, seats }, again, onClose }: Closing) {
  const act = useAct(OPEN_SITTING);
  const toast = useToast();
  const [absent, setAbsent] = useState<readonly string[]>([]);
  const open = async () => {
    const presentIds = seats.map(({ person }) => person.id).filter((id) => !absent.includes(id));
    if ((await act.run({ recognitionId: id, version, presentIds })).kind !== 'done') return;
    toast(<Trans>Đã mở phiên họp.</Trans>);
    again();
  };
  return (
    <Dialog of={`openRecognitionSitting ${id}`} title={<Trans>Mở phiên họp Hội đồng</Trans>} onClose={onClose}>
      <Form onSubmit={() => void open()} refusal={act.refusal} broken={act.broken}>
        <p>
          <Trans>Đánh dấu thành viên có mặt. Phiên đã mở thì không thêm người.</Trans>
        </p>
        {seats.map(({ person }, at) => (
          <CheckField
            key={person.id}
            label={person.fullName}
            name={`presentIds.${String(at)}`}
            checked={!absent.includes(person.id)}
            onChange={(here) => {
              setAbsent(here ? absent.filter((one) => one !== person.id) : [...absent, person.id]);
            }}
          />
        ))}
        <FormActs>
          <Button type="submit" kind="primary" busy={act.busy}>
            <Trans>Mở phiên họp</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Chưa mở</Trans>
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
