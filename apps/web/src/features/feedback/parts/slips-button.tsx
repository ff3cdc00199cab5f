import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useClient } from 'urql';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { useToast } from '../../../ui/toast';
import { type CounterRow } from '../counter.query';
import { ISSUE_SLIPS, SLIP_SHEET } from '../rating.query';

/** Five sheets of paper. */
const SLIPS = 80;

/** Slips to hand out with every receipt, request for more and refusal: made, and printed at once. */
export function SlipsButton({ counter }: { readonly counter: CounterRow }) {
  const client = useClient();
  const act = useAct(ISSUE_SLIPS);
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const issue = async () => {
    const done = await act.run({ counterId: counter.id, slips: SLIPS });
    if (done.kind !== 'done') return;
    const asked = client.query(SLIP_SHEET, { batchId: done.result.id }, { requestPolicy: 'network-only' });
    const url = (await asked.toPromise()).data?.slipSheet?.url;
    setAsking(false);
    if (url) location.assign(url);
    else toast(<Trans>Đã tạo phiếu nhưng chưa tải được tệp in. Hãy tạo lại.</Trans>);
  };
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          setAsking(true);
        }}
      >
        <Trans>In phiếu đánh giá</Trans>
      </Button>
      {asking && (
        <Confirm
          title={
            <Trans>
              In {SLIPS} phiếu cho {counter.name}
            </Trans>
          }
          act={<Trans>In {SLIPS} phiếu</Trans>}
          keep={<Trans>Không in</Trans>}
          destructive={false}
          busy={act.busy}
          refusal={act.refusal}
          broken={act.broken}
          onAct={() => void issue()}
          onClose={() => {
            setAsking(false);
          }}
        >
          <p>
            <Trans>
              Mỗi phiếu dùng một lần trong 30 ngày. Phát phiếu cùng giấy tiếp nhận, phiếu yêu cầu bổ sung và cả phiếu từ chối: chỉ hỏi người
              được giải quyết thì kết quả không đúng.
            </Trans>
          </p>
        </Confirm>
      )}
    </>
  );
}
