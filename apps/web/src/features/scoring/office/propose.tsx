import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { CheckField, RadioField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { PROPOSE, type Proposal } from './proposals.query';

interface ProposeProps {
  readonly roundId: string;
  /** The id of the words that say why none is reckoned. */
  readonly shut: string | false;
  /** The job has begun; the proposal will have its id. */
  readonly onBegun: (jobId: string) => void;
}

/** Asks for a proposal by what it should weigh; reckoning goes on though one leaves the page. */
export function Propose(props: ProposeProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        kind="primary"
        shut={props.shut}
        onClick={() => {
          setOpen(true);
        }}
      >
        <Trans>Đề xuất phân công…</Trans>
      </Button>
      {open && (
        <ProposeDialog
          {...props}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

type Wishes = Pick<Proposal, 'objective' | 'loads' | 'keep' | 'reassignStarted'> & { readonly sameUnitAtMost: string };
const USUAL: Wishes = { objective: 'TOTAL_FIT', loads: 'SMALLEST_SPREAD', keep: 'AFTER_FIT', reassignStarted: false, sameUnitAtMost: '1' };

function ProposeDialog({ roundId, onBegun, onClose }: Omit<ProposeProps, 'shut'> & { readonly onClose: () => void }) {
  const { run, busy, refusal, broken } = useAct(PROPOSE);
  const [wishes, setWishes] = useState(USUAL);
  const change = (part: Partial<Wishes>) => {
    setWishes((was) => ({ ...was, ...part }));
  };
  const begin = async () => {
    const outcome = await run({ roundId, ...wishes, sameUnitAtMost: Math.trunc(Number(wishes.sameUnitAtMost)) });
    if (outcome.kind !== 'done') return;
    onBegun(outcome.result.id);
    onClose();
  };
  return (
    <Dialog wide title={<Trans>Đề xuất phân công</Trans>} onClose={onClose}>
      <Form refusal={refusal} broken={broken} onSubmit={() => void begin()}>
        <p>
          <Trans>Đề xuất chưa ghi gì: xem, so sánh rồi mới áp dụng. Xung đột lợi ích và cặp bị tách luôn được tránh.</Trans>
        </p>
        <RadioField
          label={<Trans>Ưu tiên</Trans>}
          name="objective"
          value={wishes.objective}
          error={errorAt(refusal, 'objective')}
          onChange={(objective) => {
            change({ objective });
          }}
          choices={[
            { value: 'TOTAL_FIT', label: <Trans>Tổng mức phù hợp lĩnh vực cao nhất</Trans> },
            { value: 'WORST_SERVED', label: <Trans>Sáng kiến kém phù hợp nhất cũng được phù hợp nhất có thể</Trans> },
          ]}
        />
        <RadioField
          label={<Trans>Số phiếu mỗi giám khảo</Trans>}
          name="loads"
          value={wishes.loads}
          onChange={(loads) => {
            change({ loads });
          }}
          choices={[
            { value: 'SMALLEST_SPREAD', label: <Trans>Đều nhau nhất có thể</Trans> },
            { value: 'STATED_BOUNDS', label: <Trans>Chỉ cần trong giới hạn đã hẹn</Trans> },
          ]}
        />
        <RadioField
          label={<Trans>Phiếu đã phân công</Trans>}
          name="keep"
          value={wishes.keep}
          onChange={(keep) => {
            change({ keep });
          }}
          choices={[
            { value: 'AFTER_FIT', label: <Trans>Chuyển được khi lĩnh vực phù hợp hơn</Trans> },
            { value: 'BEFORE_FIT', label: <Trans>Giữ nguyên</Trans> },
          ]}
        />
        <CheckField
          name="reassignStarted"
          label={<Trans>Phiếu đang chấm dở cũng chuyển được; phiếu đã ký không bao giờ chuyển</Trans>}
          checked={wishes.reassignStarted}
          onChange={(reassignStarted) => {
            change({ reassignStarted });
          }}
        />
        <TextField
          label={<Trans>Nhiều nhất mấy giám khảo cùng đơn vị trên một sáng kiến</Trans>}
          name="sameUnitAtMost"
          type="number"
          min={1}
          value={wishes.sameUnitAtMost}
          error={errorAt(refusal, 'sameUnitAtMost')}
          onChange={(sameUnitAtMost) => {
            change({ sameUnitAtMost });
          }}
        />
        <FormActs>
          <Button type="submit" kind="primary" busy={busy}>
            <Trans>Tính đề xuất</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Để sau</Trans>
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
