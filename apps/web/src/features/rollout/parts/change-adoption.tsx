import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useUploads } from '../../../api/uploads';
import { type AdoptionState, useAdoptionWords } from '../../../ui/adoption-mark';
import { Button } from '../../../ui/button';
import { RadioField, TextAreaField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { Panel } from '../../../ui/panel';
import { useToast } from '../../../ui/toast';
import { titled } from '../../../ui/format';
import { type AdoptionRead, CHANGE_ADOPTION, GIVE_EVIDENCE } from '../adoption.query';
import { useKept } from '../use-kept';
import { EvidenceFile } from './evidence-fields';

/** Of what was sent while a form is open: the newest file is the one that shows it. */
function useEvidenceFile(adoptionId: string) {
  const [file, setFile] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const uploads = useUploads({ type: 'adoption', id: adoptionId }, (id, name) => {
    setFile({ id, name });
  });
  return { uploads, file, sending: uploads.sendings.some(({ trouble }) => trouble === null) };
}

interface Props {
  readonly of: AdoptionRead;
  readonly today: string;
}

/** How far the commune is now: the next state, since when, what shows it, and why where it goes back. */
export function ChangeAdoption({ of: { id, version, nextStates, rollout }, today }: Props) {
  const { t } = useLingui();
  const toast = useToast();
  const words = useAdoptionWords();
  const title = titled(rollout);
  const act = useAct(CHANGE_ADOPTION);
  const kept = useKept(
    { place: `adoption:${id}`, label: t`Cập nhật tình hình: ${title}`, path: `/adoptions/${id}` },
    { to: null as AdoptionState | null, effectiveOn: today, reason: '', evidence: '' },
  );
  const { effectiveOn, reason, evidence } = kept.value;
  // What was left may be nowhere to go from here any more.
  const to = nextStates.find((state) => state === kept.value.to) ?? null;
  const { uploads, file, sending } = useEvidenceFile(id);
  const change = async () => {
    const order = { adoptionId: id, version, to: to as AdoptionState, effectiveOn, fileId: file?.id ?? null };
    const outcome = await act.run({ ...order, reason: reason.trim() || null, evidence: evidence.trim() || null });
    if (outcome.kind !== 'done') return;
    await kept.clear();
    toast(<Trans>Đã ghi: {words[outcome.result.state]}.</Trans>);
  };
  if (nextStates.length === 0) return null;
  return (
    <Panel title={<Trans>Cập nhật tình hình</Trans>}>
      <Form onSubmit={() => void change()} refusal={act.refusal} broken={act.broken}>
        <RadioField<AdoptionState>
          label={<Trans>Đến nay đơn vị đã</Trans>}
          name="to"
          value={to}
          onChange={(next) => {
            kept.change({ to: next });
          }}
          error={errorAt(act.refusal, 'to')}
          choices={nextStates.map((state) => ({ value: state, label: words[state] }))}
        />
        {to !== null && (
          <>
            <TextField
              label={<Trans>Từ ngày</Trans>}
              name="effectiveOn"
              type="date"
              max={today}
              value={effectiveOn}
              onChange={(typed) => {
                kept.change({ effectiveOn: typed });
              }}
              error={errorAt(act.refusal, 'effectiveOn')}
            />
            <TextAreaField
              label={<Trans>Minh chứng</Trans>}
              hint={<Trans>Mô tả điều cho thấy việc này; cần khi ghi là đang áp dụng, hoặc gửi tệp dưới đây.</Trans>}
              name="evidence"
              value={evidence}
              onChange={(typed) => {
                kept.change({ evidence: typed });
              }}
              error={errorAt(act.refusal, 'evidence')}
              rows={2}
            />
            <EvidenceFile uploads={uploads} fileName={file?.name ?? null} />
            <TextAreaField
              label={<Trans>Lý do</Trans>}
              hint={<Trans>Cần khi tạm dừng, thôi áp dụng, không phù hợp, trở lại, hoặc áp dụng mà không thí điểm.</Trans>}
              optional
              name="reason"
              value={reason}
              onChange={(typed) => {
                kept.change({ reason: typed });
              }}
              error={errorAt(act.refusal, 'reason')}
              rows={2}
            />
          </>
        )}
        <FormActs>
          <Button type="submit" kind="primary" busy={act.busy || sending} shut={to === null ? 'choose-state' : false}>
            <Trans>Ghi tình hình</Trans>
          </Button>
          {to === null && (
            <span className="caption" id="choose-state">
              {t`Chọn tình hình hiện nay trước.`}
            </span>
          )}
          {kept.isKept && <KeptHere />}
        </FormActs>
      </Form>
    </Panel>
  );
}

/** That it is still in use: what shows it, on which day. */
export function GiveEvidence({ of: { id, rollout }, today }: Props) {
  const { t } = useLingui();
  const toast = useToast();
  const act = useAct(GIVE_EVIDENCE);
  const title = titled(rollout);
  const kept = useKept(
    { place: `evidence:${id}`, label: t`Bổ sung minh chứng: ${title}`, path: `/adoptions/${id}` },
    { note: '', givenOn: today },
  );
  const { note, givenOn } = kept.value;
  const { uploads, file, sending } = useEvidenceFile(id);
  const give = async () => {
    const { kind } = await act.run({ adoptionId: id, givenOn, note, fileId: file?.id ?? null });
    if (kind !== 'done') return;
    await kept.clear();
    toast(<Trans>Đã ghi minh chứng.</Trans>);
  };
  return (
    <Panel title={<Trans>Bổ sung minh chứng</Trans>}>
      <Form onSubmit={() => void give()} refusal={act.refusal} broken={act.broken}>
        <TextAreaField
          label={<Trans>Điều cho thấy còn đang áp dụng</Trans>}
          name="note"
          value={note}
          onChange={(typed) => {
            kept.change({ note: typed });
          }}
          error={errorAt(act.refusal, 'note')}
          rows={2}
        />
        <TextField
          label={<Trans>Ngày</Trans>}
          name="givenOn"
          type="date"
          max={today}
          value={givenOn}
          onChange={(typed) => {
            kept.change({ givenOn: typed });
          }}
          error={errorAt(act.refusal, 'givenOn')}
        />
        <EvidenceFile uploads={uploads} fileName={file?.name ?? null} />
        <FormActs>
          <Button type="submit" busy={act.busy || sending}>
            <Trans>Ghi minh chứng</Trans>
          </Button>
          {kept.isKept && <KeptHere />}
        </FormActs>
      </Form>
    </Panel>
  );
}

function KeptHere() {
  return (
    <span className="caption" role="status">
      <Trans>Nội dung đang nhập được giữ trên máy này; tệp đính kèm thì chưa.</Trans>
    </span>
  );
}
