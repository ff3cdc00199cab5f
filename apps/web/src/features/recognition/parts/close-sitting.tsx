import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { SelectField, TextAreaField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { number } from '../../../ui/format';
import { useToast } from '../../../ui/toast';
import { CLOSE_SITTING, type Influence } from '../recognition.query';
import { type OfRecognition } from './recognition-acts';
import { useInfluenceWords } from './words';

interface Closing extends OfRecognition {
  readonly onClose: () => void;
}

const REACHES: readonly Influence[] = ['ESTABLISHMENT', 'PROVINCE', 'NATIONAL'];

/** How many ballots agree and how many do not; nothing else of them is kept. */
export function CloseSitting({ of: { id, version, votesNeeded, seats }, again, onClose }: Closing) {
  const act = useAct(CLOSE_SITTING);
  const toast = useToast();
  const reaches = useInfluenceWords();
  const [said, setSaid] = useState({ yes: '', no: '', reason: '', influence: '' });
  const say = (key: keyof typeof said) => (value: string) => {
    setSaid({ ...said, [key]: value });
  };
  const present = seats.filter((seat) => seat.present).length;
  const close = async () => {
    const counts = { yes: Number(said.yes), no: Number(said.no), reason: said.reason || null };
    const influence = REACHES.find((one) => one === said.influence) ?? null;
    if ((await act.run({ recognitionId: id, version, ...counts, influence })).kind !== 'done') return;
    toast(<Trans>Đã ghi kết quả bỏ phiếu.</Trans>);
    again();
  };
  return (
    <Dialog of={`closeRecognitionSitting ${id}`} title={<Trans>Ghi kết quả bỏ phiếu kín</Trans>} onClose={onClose}>
      <Form onSubmit={() => void close()} refusal={act.refusal} broken={act.broken}>
        <p>
          <Trans>
            Có mặt {number(present)}; cần ít nhất {number(votesNeeded ?? 0)} phiếu đồng ý. Hệ thống chỉ giữ số phiếu, không biết ai bỏ phiếu
            gì.
          </Trans>
        </p>
        {(['yes', 'no'] as const).map((name) => (
          <TextField
            key={name}
            label={name === 'yes' ? <Trans>Số phiếu đồng ý</Trans> : <Trans>Số phiếu không đồng ý</Trans>}
            name={name}
            type="number"
            inputMode="numeric"
            min={0}
            required
            value={said[name]}
            onChange={say(name)}
            error={errorAt(act.refusal, name)}
          />
        ))}
        <SelectField label={<Trans>Phạm vi ảnh hưởng</Trans>} name="influence" value={said.influence} onChange={say('influence')}>
          <option value="">
            <Trans>theo hồ sơ sáng kiến</Trans>
          </option>
          {REACHES.map((one) => (
            <option key={one} value={one}>
              {reaches[one]}
            </option>
          ))}
        </SelectField>
        <TextAreaField
          label={<Trans>Lý do, cần có khi không công nhận</Trans>}
          optional
          name="reason"
          value={said.reason}
          onChange={say('reason')}
          error={errorAt(act.refusal, 'reason')}
        />
        <FormActs>
          <Button type="submit" kind="primary" busy={act.busy}>
            <Trans>Ghi kết quả</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Chưa ghi</Trans>
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
