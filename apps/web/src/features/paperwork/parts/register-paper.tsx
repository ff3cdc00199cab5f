import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { useAct } from '../../../api/act';
import { useUploads } from '../../../api/uploads';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { Icon } from '../../../ui/icon';
import { Check, Upload } from '../../../ui/icons';
import { SendingList } from '../../../ui/sending-list';
import { StateMark } from '../../../ui/state-mark';
import { useToast } from '../../../ui/toast';
import { today } from '../../../ui/today';
import { type PaperShown, REGISTER_PAPER } from '../paper.query';

/** A signed paper comes back: its scan, or the file signed digitally, with the number that the clerk gave it. */
export function RegisterPaper({ paper, again }: { readonly paper: PaperShown; readonly again: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const act = useAct(REGISTER_PAPER);
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const uploads = useUploads({ type: 'paper', id: paper.id }, (id, name) => {
    setFile({ id, name });
  });
  const [number, setNumber] = useState(String(paper.nextNumber));
  const [signedOn, setSignedOn] = useState(today);
  const register = async () => {
    if (!file) return;
    const { kind } = await act.run({ paperId: paper.id, version: paper.version, number: Number(number), signedOn, fileId: file.id });
    if (kind !== 'done') return;
    toast(<Trans>Đã vào sổ văn bản.</Trans>);
    again();
  };
  return (
    <Form onSubmit={() => void register()} refusal={act.refusal} broken={act.broken}>
      {file && (
        <p>
          <StateMark tone="done" icon={Check}>
            <Trans>Đã gửi: {file.name}</Trans>
          </StateMark>
        </p>
      )}
      <SendingList uploads={uploads} />
      <div>
        <Button
          onClick={() => {
            input.current?.click();
          }}
        >
          <Icon of={Upload} />
          <Trans>Chọn bản đã ký</Trans>
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".pdf,image/*"
          aria-label={t`Chọn bản đã ký`}
          onChange={({ target }) => {
            if (target.files) uploads.add(target.files);
            target.value = '';
          }}
        />
      </div>
      <TextField
        label={<Trans>Số văn bản</Trans>}
        hint={<Trans>Số do văn thư cấp sau khi ký, bắt đầu từ 01 mỗi năm.</Trans>}
        name="number"
        inputMode="numeric"
        value={number}
        onChange={setNumber}
        error={errorAt(act.refusal, 'number')}
      />
      <TextField
        label={<Trans>Ngày ký</Trans>}
        name="signedOn"
        type="date"
        value={signedOn}
        onChange={setSignedOn}
        error={errorAt(act.refusal, 'signedOn')}
      />
      <FormActs>
        <Button type="submit" kind="primary" busy={act.busy} shut={file === null}>
          <Trans>Vào sổ</Trans>
        </Button>
      </FormActs>
    </Form>
  );
}
