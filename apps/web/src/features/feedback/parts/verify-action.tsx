import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { type CombinedError } from 'urql';
import { type Refusal } from '../../../api/refusal';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { useToast } from '../../../ui/toast';

interface VerifyProps {
  readonly act: { readonly busy: boolean; readonly refusal: Refusal | null; readonly broken: CombinedError | null };
  readonly onAct: () => Promise<boolean>;
  readonly onDone: () => void;
}

/** Somebody else saw that it was done. */
export function VerifyAction({ act, onAct, onDone }: VerifyProps) {
  const [asking, setAsking] = useState(false);
  const toast = useToast();
  const run = async () => {
    if (!(await onAct())) return;
    toast(<Trans>Đã xác minh.</Trans>);
    setAsking(false);
    onDone();
  };
  return (
    <>
      <Button
        size="small"
        kind="primary"
        onClick={() => {
          setAsking(true);
        }}
      >
        <Trans>Xác minh đã làm</Trans>
      </Button>
      {asking && (
        <Confirm
          title={<Trans>Xác minh biện pháp đã được thực hiện</Trans>}
          act={<Trans>Xác minh đã làm</Trans>}
          keep={<Trans>Chưa xác minh</Trans>}
          destructive={false}
          busy={act.busy}
          refusal={act.refusal}
          broken={act.broken}
          onAct={() => void run()}
          onClose={() => {
            setAsking(false);
          }}
        >
          <p>
            <Trans>Ông/bà đã tự xem và thấy biện pháp được thực hiện. Có hiệu quả hay không thì kiểm tra sau bốn tuần trọn.</Trans>
          </p>
        </Confirm>
      )}
    </>
  );
}
