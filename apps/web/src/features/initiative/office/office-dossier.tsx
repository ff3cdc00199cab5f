import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Asked } from '../../../api/ask';
import { ActButton } from '../../../ui/act-button';
import { LinkButton } from '../../../ui/button';
import { dayAndClock, deadline, named } from '../../../ui/format';
import { errorAt } from '../../../ui/form';
import { MomentField } from '../../../ui/moment-field';
import { Note } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { Tag } from '../../../ui/state-mark';
import { DossierTexts } from '../dossier-texts';
import { Receipt } from '../read-dossier';
import { InitiativeStateMark } from '../state';
import { FormalChecks } from './formal-checks';
import styles from './office.module.css';
import { DISQUALIFY, MOVE_DUE, type OfficeDossier, type SimilarOnes } from './office.query';
import { SimilarPanel } from './similar-panel';
import { VerdictPanel } from './verdict';

interface OfficeDossierProps {
  readonly dossier: OfficeDossier;
  readonly similar: Asked<SimilarOnes>;
  /** Something was decided, and nothing is left to be decided here. */
  readonly onDecided: () => void;
  readonly again: () => void;
}

/** A dossier as the office reads it: its texts, and beside them what is to be looked at and what can be done. */
export function OfficeDossierView({ dossier, similar, onDecided, again }: OfficeDossierProps) {
  return (
    <div className={styles.split}>
      <div>
        {dossier.endReason !== null && (
          <Note tone="late">
            <p>{dossier.endReason}</p>
          </Note>
        )}
        <DossierTexts dossier={dossier} heading="h2" />
      </div>
      <div className={styles.side}>
        <VerdictPanel key={dossier.id} dossier={dossier} onDone={onDecided} />
        <FurtherActs dossier={dossier} again={again} />
        <FormalChecks dossier={dossier} />
        <SimilarPanel dossier={dossier} similar={similar} />
        <Said dossier={dossier} />
      </div>
    </div>
  );
}

/** Under the title: where it stands and what leads further. */
export function OfficeHeadLine({ dossier }: { readonly dossier: OfficeDossier }) {
  return (
    <p className={styles.headLine}>
      <InitiativeStateMark state={dossier.state} />
      <span className="num">{dossier.receiptNumber}</span>
      <span>{named(dossier.owner)}</span>
      {dossier.draftedByName !== null && (
        <Tag>
          <Trans>{dossier.draftedByName} soạn thay</Trans>
        </Tag>
      )}
      {dossier.state === 'RETURNED' && dossier.returnDueAt !== null && (
        <b>
          <Trans>bổ sung trước {deadline(dossier.returnDueAt)}</Trans>
        </b>
      )}
    </p>
  );
}

export function OfficeHeadActs({ dossier }: { readonly dossier: OfficeDossier }) {
  return (
    <>
      {dossier.versions.length > 0 && (
        <LinkButton to="/initiatives/$initiativeId/versions" params={{ initiativeId: dossier.id }}>
          <Trans>Các bản đã nộp</Trans>
        </LinkButton>
      )}
      <Receipt dossier={dossier} />
    </>
  );
}

function FurtherActs({ dossier, again }: Pick<OfficeDossierProps, 'dossier' | 'again'>) {
  const { t } = useLingui();
  const [dueAt, setDueAt] = useState(dossier.returnDueAt);
  const { id: initiativeId, version } = dossier;
  if (!dossier.canMoveReturnDue && !dossier.canDisqualify) return null;
  return (
    <Panel title={<Trans>Việc khác với hồ sơ này</Trans>}>
      <div className={styles.acts}>
        {dossier.canMoveReturnDue && (
          <ActButton
            of={MOVE_DUE}
            destructive={false}
            title={t`Đổi hạn bổ sung`}
            act={<Trans>Đổi hạn bổ sung</Trans>}
            reason={{ label: <Trans>Lý do đổi hạn</Trans>, path: 'reason' }}
            input={(reason) => ({ initiativeId, version, reason, dueAt: dueAt ?? '' })}
            said={<Trans>Đã đổi hạn bổ sung</Trans>}
            onDone={again}
          >
            {(refusal) => (
              <MomentField label={t`Hạn mới`} name="dueAt" value={dueAt} onChange={setDueAt} error={errorAt(refusal, 'dueAt')} />
            )}
          </ActButton>
        )}
        {dossier.canDisqualify && (
          <ActButton
            of={DISQUALIFY}
            kind="destructive"
            title={t`Loại hồ sơ khỏi cuộc thi`}
            act={<Trans>Loại khỏi cuộc thi</Trans>}
            keep={<Trans>Không loại</Trans>}
            reason={{ label: <Trans>Lý do loại</Trans>, path: 'reason' }}
            input={(reason) => ({ initiativeId, version, reason })}
            said={<Trans>Đã loại khỏi cuộc thi</Trans>}
            onDone={again}
          >
            <p>
              <Trans>
                Hồ sơ <b>{dossier.receiptNumber}</b> không được chấm nữa và không đưa trở lại được. Phiếu đã chấm được giữ.
              </Trans>
            </p>
          </ActButton>
        )}
      </div>
    </Panel>
  );
}

/** What the office has said of it so far. */
function Said({ dossier }: { readonly dossier: OfficeDossier }) {
  const { t } = useLingui();
  const words = {
    ELIGIBLE: t`Hợp lệ`,
    REJECTED: t`Không hợp lệ`,
    RETURNED: t`Trả lại để bổ sung`,
    DUE_MOVED: t`Đổi hạn bổ sung`,
  };
  if (dossier.screenings.length === 0) return null;
  return (
    <Panel title={<Trans>Các lần kiểm tra</Trans>}>
      <ul className={styles.said}>
        {dossier.screenings.map((one) => (
          <li key={one.id}>
            <p>
              <b>{words[one.verdict]}</b> <span className="caption">{dayAndClock(one.at)}</span>
            </p>
            <p>{one.reason}</p>
            {one.dueAt !== null && (
              <p className="secondary">
                <Trans>Hạn: {deadline(one.dueAt)}</Trans>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
