import { Trans } from '@lingui/react/macro';
import { useAsk } from '../../../api/ask';
import { Answer, Empty } from '../../../ui/note';
import { CORRECTION } from './correction.query';
import { CorrectionPanel } from './correction-panel';

/** One correction with its impact and the acts of the second person, for lists of what waits. */
export function CorrectionToDecide({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const asked = useAsk(CORRECTION, { id });
  const again = () => {
    asked.again();
    onDone();
  };
  return (
    <Answer of={asked} rows={3}>
      {({ correction }) =>
        correction ? (
          <CorrectionPanel of={correction} open onChange={again} />
        ) : (
          <Empty title={<Trans>Không thuộc phạm vi được xem</Trans>} />
        )
      }
    </Answer>
  );
}
