import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useClient } from 'urql';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Confirm } from '../../ui/confirm';
import { FileButton } from '../../ui/file-button';
import { dayAndClock } from '../../ui/format';
import { Note } from '../../ui/note';
import { HeadWord } from './confirm-by-head';
import { type Dossier, RECEIPT, WITHDRAW } from './dossier.query';
import styles from './dossier.module.css';
import { DossierTexts } from './dossier-texts';
import { NotReceived } from './not-received';

/** For everybody who may read it and not write it now. */
export function ReadDossier({ dossier }: { readonly dossier: Dossier }) {
  return (
    <div className={styles.readOnly}>
      <NotReceived id={dossier.id} />
      {dossier.state === 'SUBMITTED' && dossier.receiptNumber !== null && dossier.submittedAt !== null && (
        <Note tone="done">
          <p>
            <Trans>
              Đã nhận hồ sơ lúc <b>{dayAndClock(dossier.submittedAt)}</b>. Số biên nhận: <b className="num">{dossier.receiptNumber}</b>
            </Trans>
          </p>
        </Note>
      )}
      {dossier.endReason !== null && (
        <Note tone="late">
          <p>
            <b>
              <Trans>Lý do</Trans>
            </b>
          </p>
          <p>{dossier.endReason}</p>
        </Note>
      )}
      {dossier.canConfirm && <HeadWord dossier={dossier} ready={() => Promise.resolve(dossier.version)} />}
      <DossierTexts dossier={dossier} heading="h2" />
    </div>
  );
}

/** Its receipt, as it is handed out and as it can be edited. */
export function Receipt({ dossier: { id, receiptNumber } }: { readonly dossier: Dossier }) {
  const client = useClient();
  const ask = (format: 'PDF' | 'DOCX') => async () =>
    (await client.query(RECEIPT, { id, format }, { requestPolicy: 'network-only' }).toPromise()).data?.initiativeReceipt?.url;
  if (receiptNumber === null) return null;
  return (
    <>
      <FileButton ask={ask('PDF')}>
        <Trans>Tải giấy tiếp nhận</Trans>
      </FileButton>
      <FileButton ask={ask('DOCX')}>
        <Trans>Giấy tiếp nhận (DOCX)</Trans>
      </FileButton>
    </>
  );
}

export function Withdraw({ dossier }: { readonly dossier: Dossier }) {
  const [asking, setAsking] = useState(false);
  const act = useAct(WITHDRAW);
  if (!dossier.canWithdraw) return null;
  const withdraw = async (reason: string) => {
    const outcome = await act.run({ initiativeId: dossier.id, version: dossier.version, reason: reason.trim() });
    if (outcome.kind === 'done') setAsking(false);
  };
  return (
    <>
      <Button
        onClick={() => {
          setAsking(true);
        }}
      >
        <Trans>Rút hồ sơ</Trans>
      </Button>
      {asking && (
        <Confirm
          of={`withdrawInitiative ${dossier.id}`}
          title={<Trans>Rút hồ sơ khỏi cuộc thi</Trans>}
          act={<Trans>Rút hồ sơ</Trans>}
          keep={<Trans>Không rút</Trans>}
          reason={{ label: <Trans>Lý do rút</Trans>, path: 'reason' }}
          busy={act.busy}
          refusal={act.refusal}
          broken={act.broken}
          onAct={(reason) => void withdraw(reason)}
          onClose={() => {
            act.clear();
            setAsking(false);
          }}
        >
          <p>
            <Trans>Hồ sơ không được xét nữa và không đưa trở lại được. Nội dung vẫn đọc được ở đây.</Trans>
          </p>
        </Confirm>
      )}
    </>
  );
}
