import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { RadioField, SelectField, TextAreaField } from '../../../ui/field';
import { ErrorSummary, errorAt } from '../../../ui/form';
import { named } from '../../../ui/format';
import { Broken, Note } from '../../../ui/note';
import { useToast } from '../../../ui/toast';
import { CARDS_OF_INITIATIVE, PROPOSE_CORRECTION } from './correction.query';
import { STANDINGS } from './standings.query';
import { useAll } from './use-all';

interface Round {
  readonly id: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

type Kind = 'CARD_EXCUSED' | 'CARD_RESIGNED';

/** Of which card a closed round is to be corrected, how, and why. Nothing changes yet. */
export function ProposeCorrection({
  rounds,
  onDone,
  onClose,
}: {
  readonly rounds: readonly Round[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useLingui();
  const toast = useToast();
  const [roundId, setRoundId] = useState(rounds.at(-1)?.id ?? '');
  const [initiativeId, setInitiativeId] = useState('');
  const [scorecardId, setScorecardId] = useState('');
  const [kind, setKind] = useState<Kind | null>(null);
  const [reason, setReason] = useState('');
  const [wanting, setWanting] = useState(false);
  const { run, busy, refusal, broken } = useAct(PROPOSE_CORRECTION);
  const standings = useAll(STANDINGS, { roundId, number: null }, (data) => data.standings, { pause: roundId === '' });
  const cards = useAsk(CARDS_OF_INITIATIVE, { roundId, initiativeId }, { pause: initiativeId === '' });
  const signed =
    initiativeId === '' ? [] : (cards.data?.assignments.edges ?? []).map(({ node }) => node).filter(({ state }) => state === 'SIGNED');
  const send = async () => {
    if (scorecardId === '' || kind === null) {
      setWanting(true);
      return;
    }
    const outcome = await run({ scorecardId, kind, reason });
    if (outcome.kind !== 'done') return;
    toast(<Trans>Đã gửi đề nghị đính chính; kết quả chưa đổi.</Trans>);
    onDone();
  };
  return (
    <Dialog
      wide
      of={`proposeCorrection ${rounds.map(({ id }) => id).join(' ')}`}
      title={<Trans>Đề nghị đính chính kết quả</Trans>}
      onClose={onClose}
      acts={
        <>
          <Button size="large" onClick={onClose}>
            <Trans>Không đề nghị</Trans>
          </Button>
          <Button size="large" kind="primary" busy={busy} onClick={() => void send()}>
            <Trans>Gửi đề nghị</Trans>
          </Button>
        </>
      }
    >
      {refusal && <ErrorSummary refusal={refusal} />}
      {broken && <Broken error={broken} />}
      {wanting && (scorecardId === '' || kind === null) && (
        <Note tone="late" role="alert">
          <Trans>Cần chọn phiếu và cách đính chính.</Trans>
        </Note>
      )}
      <SelectField
        label={t`Vòng chấm`}
        name="roundId"
        value={roundId}
        onChange={(next) => {
          setRoundId(next);
          setInitiativeId('');
          setScorecardId('');
        }}
      >
        {rounds.map((round) => (
          <option key={round.id} value={round.id}>
            {named(round)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t`Sáng kiến`}
        name="initiativeId"
        value={initiativeId}
        onChange={(next) => {
          setInitiativeId(next);
          setScorecardId('');
        }}
      >
        <option value="">{t`Chọn sáng kiến`}</option>
        {(standings.data?.rows ?? []).map((row) => (
          <option key={row.initiative.id} value={row.initiative.id}>
            {row.initiative.receiptNumber} {row.initiative.title}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t`Phiếu của giám khảo`}
        name="scorecardId"
        value={scorecardId}
        onChange={setScorecardId}
        error={errorAt(refusal, 'scorecardId')}
      >
        <option value="">{t`Chọn phiếu`}</option>
        {signed.map((card) => (
          <option key={card.id} value={card.id}>
            {card.extra ? t`${card.judge.fullName} (phiếu bổ sung)` : card.judge.fullName}
          </option>
        ))}
      </SelectField>
      <RadioField<Kind>
        label={t`Cách đính chính`}
        name="kind"
        value={kind}
        onChange={setKind}
        error={errorAt(refusal, 'kind')}
        choices={[
          { value: 'CARD_RESIGNED', label: t`Giám khảo ký lại phiếu`, hint: t`giám khảo nhập điểm mới, rồi người thứ hai quyết định` },
          { value: 'CARD_EXCUSED', label: t`Không tính phiếu này`, hint: t`người thứ hai quyết định ngay` },
        ]}
      />
      <TextAreaField label={t`Lý do`} name="reason" value={reason} onChange={setReason} error={errorAt(refusal, 'reason')} />
    </Dialog>
  );
}
