import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { ExportButton } from '../../../ui/export-button';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { TextAreaField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { dayAndClock, named } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import { GRANT_EXCEPTION, REFUSE_EXCEPTION, type WaitingRequest } from '../period.query';
import styles from './report.module.css';

interface RequestsProps {
  readonly periodId: string;
  readonly requests: readonly WaitingRequest[];
  readonly again: () => void;
}

/** Communes that ask for the period to be opened again for them, each to be granted until a day or refused with words. */
export function ExceptionRequests({ periodId, requests, again }: RequestsProps) {
  if (requests.length === 0) return null;
  return (
    <Panel title={<Trans>Đề nghị mở lại đang chờ</Trans>} side={<ExportButton list="exceptionRequests" filter={{ periodId }} />}>
      <ol className={styles.list}>
        {requests.map((request) => (
          <li key={request.id}>
            <p>
              <strong>{named(request.unit)}</strong>
            </p>
            <p className={styles.said}>{request.reason}</p>
            <p className="caption">{[request.requestedByName, dayAndClock(request.requestedAt)].filter(Boolean).join(' · ')}</p>
            {request.canDecide && <Decide {...{ periodId, request, again }} />}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Decide({ periodId, request, again }: { readonly periodId: string; readonly request: WaitingRequest; readonly again: () => void }) {
  const grant = useAct(GRANT_EXCEPTION);
  const refuse = useAct(REFUSE_EXCEPTION);
  const [deciding, setDeciding] = useState<'grant' | 'refuse' | null>(null);
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const give = async () => {
    const { kind } = await grant.run({ periodId, unitId: request.unit.id, until, reason });
    if (kind === 'done') again();
  };
  const deny = async (words: string) => {
    const { kind } = await refuse.run({ requestId: request.id, reason: words });
    if (kind === 'done') again();
  };
  return (
    <>
      {deciding !== 'grant' && (
        <div className={styles.acts}>
          <Button
            onClick={() => {
              setDeciding('grant');
            }}
          >
            <Trans>Cho mở lại</Trans>
          </Button>
          <Button
            onClick={() => {
              setDeciding('refuse');
            }}
          >
            <Trans>Không đồng ý</Trans>
          </Button>
        </div>
      )}
      {deciding === 'grant' && (
        <Form of={`grantException ${request.id}`} onSubmit={() => void give()} refusal={grant.refusal} broken={grant.broken}>
          <TextField
            label={<Trans>Mở đến hết ngày</Trans>}
            name="until"
            type="date"
            value={until}
            onChange={setUntil}
            error={errorAt(grant.refusal, 'until')}
          />
          <TextAreaField
            label={<Trans>Lý do</Trans>}
            name="reason"
            value={reason}
            onChange={setReason}
            error={errorAt(grant.refusal, 'reason')}
            rows={2}
          />
          <FormActs>
            <Button type="submit" kind="primary" busy={grant.busy}>
              <Trans>Cho mở lại</Trans>
            </Button>
            <Button
              onClick={() => {
                setDeciding(null);
              }}
            >
              <Trans>Để sau</Trans>
            </Button>
          </FormActs>
        </Form>
      )}
      {deciding === 'refuse' && (
        <Confirm
          of={`refuseException ${request.id}`}
          title={<Trans>Không đồng ý mở lại</Trans>}
          act={<Trans>Không đồng ý</Trans>}
          keep={<Trans>Để sau</Trans>}
          destructive={false}
          reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
          busy={refuse.busy}
          refusal={refuse.refusal}
          broken={refuse.broken}
          onAct={(words) => void deny(words)}
          onClose={() => {
            setDeciding(null);
          }}
        >
          <p>
            <Trans>Đơn vị nhận thông báo kèm lý do này.</Trans>
          </p>
        </Confirm>
      )}
    </>
  );
}
