import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Confirm } from '../../ui/confirm';
import { dayAndClock } from '../../ui/format';
import { Note } from '../../ui/note';
import { CONFIRM_DOSSIER, type Dossier, SEND_BACK } from './dossier.query';
import styles from './dossier.module.css';

interface HeadProps {
  readonly dossier: Dossier;
  /** Before an act: sends what is typed and says which version is then the newest; null where it could not. */
  readonly ready: () => Promise<number | null>;
}

/** The word of the head of the unit, where the contest asks for one: they confirm it, or send it back with words. */
export function HeadWord({ dossier, ready }: HeadProps) {
  if (!dossier.contest.headConfirms) return null;
  const acts = (
    <p className={styles.acts}>
      {dossier.canConfirm && <ConfirmAct dossier={dossier} ready={ready} />}
      {dossier.canSendBack && <SendBackAct dossier={dossier} ready={ready} />}
    </p>
  );
  if (dossier.confirmedAt !== null) {
    return (
      <Note tone="done">
        <p>
          <Trans>Thủ trưởng đã xác nhận {dayAndClock(dossier.confirmedAt)}</Trans>
        </p>
        {acts}
      </Note>
    );
  }
  return (
    <Note tone="soon">
      <p>
        <b>
          <Trans>Xác nhận của thủ trưởng</Trans>
        </b>
      </p>
      <p>
        <Trans>Cuộc thi này yêu cầu thủ trưởng đơn vị xác nhận trước khi nộp. Sửa hồ sơ sau khi xác nhận thì phải xác nhận lại.</Trans>
      </p>
      {dossier.whyNotSendBack !== null && <p>{dossier.whyNotSendBack.message}</p>}
      {acts}
    </Note>
  );
}

function ConfirmAct({ dossier, ready }: HeadProps) {
  const [asking, setAsking] = useState(false);
  const act = useAct(CONFIRM_DOSSIER);
  const confirm = async () => {
    const version = await ready();
    if (version === null) return;
    const outcome = await act.run({ initiativeId: dossier.id, version });
    if (outcome.kind === 'done') setAsking(false);
  };
  return (
    <>
      <Button
        kind="primary"
        onClick={() => {
          setAsking(true);
        }}
      >
        <Trans>Xác nhận hồ sơ</Trans>
      </Button>
      {asking && (
        <Confirm
          title={<Trans>Xác nhận của thủ trưởng</Trans>}
          act={<Trans>Xác nhận hồ sơ</Trans>}
          keep={<Trans>Chưa xác nhận</Trans>}
          destructive={false}
          busy={act.busy}
          refusal={act.refusal}
          broken={act.broken}
          onAct={() => void confirm()}
          onClose={() => {
            act.clear();
            setAsking(false);
          }}
        >
          <p>
            <Trans>Đơn vị đồng ý để sáng kiến này dự thi, với nội dung như đang hiện.</Trans>
          </p>
        </Confirm>
      )}
    </>
  );
}

function SendBackAct({ dossier, ready }: HeadProps) {
  const [asking, setAsking] = useState(false);
  const act = useAct(SEND_BACK);
  const sendBack = async (words: string) => {
    const version = await ready();
    if (version === null) return;
    const outcome = await act.run({ initiativeId: dossier.id, version, words });
    if (outcome.kind === 'done') setAsking(false);
  };
  return (
    <>
      <Button
        onClick={() => {
          setAsking(true);
        }}
      >
        <Trans>Trả lại để sửa…</Trans>
      </Button>
      {asking && (
        <Confirm
          of={`sendBackInitiative ${dossier.id}`}
          title={<Trans>Trả lại hồ sơ cho người soạn</Trans>}
          act={<Trans>Trả lại để sửa</Trans>}
          keep={<Trans>Không trả lại</Trans>}
          destructive={false}
          reason={{ label: <Trans>Nội dung cần sửa</Trans>, path: 'words' }}
          busy={act.busy}
          refusal={act.refusal}
          broken={act.broken}
          onAct={(words) => void sendBack(words)}
          onClose={() => {
            act.clear();
            setAsking(false);
          }}
        >
          <p>
            <Trans>
              Người soạn và các tác giả được báo kèm nội dung này. Các cam kết phải làm lại; khi đó hồ sơ trở lại trang chờ thủ trưởng xác
              nhận.
            </Trans>
          </p>
        </Confirm>
      )}
    </>
  );
}

/** What the head wants mended, beside the dossier while it is mended. */
export function SentBack({ dossier: { sentBack } }: { readonly dossier: Dossier }) {
  if (sentBack === null) return null;
  return (
    <div className={styles.returned}>
      <Note tone="soon">
        <p>
          <b>
            <Trans>
              {sentBack.byName} trả lại để sửa, {dayAndClock(sentBack.at)}
            </Trans>
          </b>
        </p>
        <p className={styles.left}>{sentBack.words}</p>
        <p className="secondary">
          <Trans>Sửa xong thì cam kết lại ở bước Cam kết để trình thủ trưởng.</Trans>
        </p>
      </Note>
    </div>
  );
}
