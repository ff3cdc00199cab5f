import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { Confirm } from '../../../ui/confirm';
import { DecisionFields, isDecided } from '../../../ui/decision-fields';
import { SelectField, TextAreaField } from '../../../ui/field';
import { errorAt } from '../../../ui/form';
import { money, named, number } from '../../../ui/format';
import { useToast } from '../../../ui/toast';
import { PrizeFields } from './prize-fields';
import {
  CHANGE_AWARD,
  GIVE_AWARD,
  ON_THE_LADDER,
  type PrizeOnList,
  REMOVE_AWARD,
  REPLACE_AWARD,
  REVOKE_AWARD,
  type Tier,
} from './prizes.query';

interface Asking {
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function TierField({
  tiers,
  value,
  onChange,
  error,
}: {
  readonly tiers: readonly Tier[];
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly error: string | null;
}) {
  const { t } = useLingui();
  return (
    <SelectField label={t`Giải`} name="tierId" value={value} onChange={onChange} error={error}>
      {tiers.map((tier) => (
        <option key={tier.id} value={tier.id}>
          {t`${named(tier)}: ${number(tier.quantity)} giải, mỗi giải ${money(tier.amount)}`}
        </option>
      ))}
    </SelectField>
  );
}

/** Which initiative, out of the final standings. */
function InitiativeField({
  contestId,
  except,
  value,
  onChange,
  error,
}: {
  readonly contestId: string;
  readonly except: readonly string[];
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly error: string | null;
}) {
  const { t } = useLingui();
  const { data } = useAsk(ON_THE_LADDER, { contestId });
  const rows = (data?.finalStandings.edges ?? []).map(({ node }) => node);
  return (
    <SelectField label={t`Sáng kiến`} name="initiativeId" value={value} onChange={onChange} error={error}>
      <option value="">{t`Chọn sáng kiến`}</option>
      {rows
        .filter(({ initiative, eligible }) => eligible && !except.includes(initiative.id))
        .map(({ initiative: { id, receiptNumber, title }, rank }) => (
          <option key={id} value={id}>
            {rank === null ? `${receiptNumber ?? ''} ${title}` : t`Hạng ${number(rank)}: ${receiptNumber} ${title}`}
          </option>
        ))}
    </SelectField>
  );
}

interface OnPlan extends Asking {
  readonly tiers: readonly Tier[];
}

export function GiveAward({
  contestId,
  tiers,
  listed,
  onDone,
  onClose,
}: OnPlan & { readonly contestId: string; readonly listed: readonly string[] }) {
  const { t } = useLingui();
  const toast = useToast();
  const [initiativeId, setInitiativeId] = useState('');
  const [tierId, setTierId] = useState(tiers[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const { run, busy, refusal, broken } = useAct(GIVE_AWARD);
  const give = async () => {
    if (initiativeId === '') {
      document.getElementById('field-initiativeId')?.focus();
      return;
    }
    if ((await run({ contestId, initiativeId, tierId, reason: reason.trim() || null })).kind !== 'done') return;
    toast(<Trans>Đã thêm vào danh sách giải.</Trans>);
    onDone();
  };
  return (
    <PrizeFields
      of={`giveAward ${contestId}`}
      title={<Trans>Thêm vào danh sách giải</Trans>}
      act={<Trans>Thêm vào danh sách</Trans>}
      keep={<Trans>Không thêm</Trans>}
      {...{ busy, refusal, broken, onClose }}
      onAct={() => void give()}
    >
      <InitiativeField
        contestId={contestId}
        except={listed}
        value={initiativeId}
        onChange={setInitiativeId}
        error={errorAt(refusal, 'initiativeId')}
      />
      <TierField tiers={tiers} value={tierId} onChange={setTierId} error={errorAt(refusal, 'tierId')} />
      <TextAreaField
        label={t`Lý do`}
        hint={t`Cần có nếu khác kết quả xếp hạng hoặc vượt cơ cấu giải`}
        name="reason"
        optional
        value={reason}
        onChange={setReason}
        error={errorAt(refusal, 'reason')}
      />
    </PrizeFields>
  );
}

export function ChangeAward({ prize, tiers, onDone, onClose }: OnPlan & { readonly prize: PrizeOnList }) {
  const { t } = useLingui();
  const toast = useToast();
  const [tierId, setTierId] = useState(prize.tier.id);
  const [reason, setReason] = useState('');
  const { run, busy, refusal, broken } = useAct(CHANGE_AWARD);
  const change = async () => {
    if ((await run({ awardId: prize.id, version: prize.version, tierId, reason })).kind !== 'done') return;
    toast(<Trans>Đã đổi giải.</Trans>);
    onDone();
  };
  return (
    <PrizeFields
      of={`changeAward ${prize.id}`}
      title={<Trans>Đổi giải của {prize.initiative.title}</Trans>}
      act={<Trans>Đổi giải</Trans>}
      keep={<Trans>Không đổi</Trans>}
      {...{ busy, refusal, broken, onClose }}
      onAct={() => void change()}
    >
      <TierField tiers={tiers} value={tierId} onChange={setTierId} error={errorAt(refusal, 'tierId')} />
      <TextAreaField label={t`Lý do`} name="reason" value={reason} onChange={setReason} error={errorAt(refusal, 'reason')} />
    </PrizeFields>
  );
}

export function RemoveAward({ prize, onDone, onClose }: Asking & { readonly prize: PrizeOnList }) {
  const toast = useToast();
  const { run, busy, refusal, broken } = useAct(REMOVE_AWARD);
  const remove = async (reason: string) => {
    if ((await run({ awardId: prize.id, version: prize.version, reason })).kind !== 'done') return;
    toast(<Trans>Đã bỏ khỏi danh sách giải.</Trans>);
    onDone();
  };
  return (
    <Confirm
      of={`removeAward ${prize.id}`}
      title={<Trans>Bỏ khỏi danh sách giải</Trans>}
      act={<Trans>Bỏ khỏi danh sách</Trans>}
      keep={<Trans>Giữ lại</Trans>}
      reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
      {...{ busy, refusal, broken, onClose }}
      onAct={(reason) => void remove(reason)}
    >
      <p>
        <Trans>{prize.initiative.title} không còn trong danh sách. Nếu giải này được đề xuất, lý do hiện trong danh sách trình ký.</Trans>
      </p>
    </Confirm>
  );
}

export function RevokeAward({ prize, onDone, onClose }: Asking & { readonly prize: PrizeOnList }) {
  const toast = useToast();
  const { run, busy, refusal, broken } = useAct(REVOKE_AWARD);
  const revoke = async (reason: string) => {
    if ((await run({ awardId: prize.id, version: prize.version, reason })).kind !== 'done') return;
    toast(<Trans>Đã thu hồi giải; giải vẫn hiện công khai kèm dấu thu hồi.</Trans>);
    onDone();
  };
  return (
    <Confirm
      of={`revokeAward ${prize.id}`}
      title={<Trans>Thu hồi giải đã công bố</Trans>}
      act={<Trans>Thu hồi giải</Trans>}
      keep={<Trans>Không thu hồi</Trans>}
      reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
      {...{ busy, refusal, broken, onClose }}
      onAct={(reason) => void revoke(reason)}
    >
      <p>
        <Trans>
          Mọi người đọc được {prize.initiative.title} đã bị thu hồi giải và lý do. Việc này không rút lại được; có thể trao giải cho sáng
          kiến khác bằng quyết định riêng.
        </Trans>
      </p>
    </Confirm>
  );
}

export function ReplaceAward({
  prize,
  contestId,
  listed,
  onDone,
  onClose,
}: Asking & { readonly prize: PrizeOnList; readonly contestId: string; readonly listed: readonly string[] }) {
  const { t } = useLingui();
  const toast = useToast();
  const [initiativeId, setInitiativeId] = useState('');
  const [decision, setDecision] = useState({ decisionNumber: '', decidedOn: '' });
  const [reason, setReason] = useState('');
  const [wanting, setWanting] = useState(false);
  const { run, busy, refusal, broken } = useAct(REPLACE_AWARD);
  const replace = async () => {
    if (initiativeId === '' || !isDecided(decision)) {
      setWanting(true);
      return;
    }
    const { kind } = await run({ awardId: prize.id, version: prize.version, initiativeId, ...decision, reason });
    if (kind !== 'done') return;
    toast(<Trans>Đã trao giải thay thế.</Trans>);
    onDone();
  };
  return (
    <PrizeFields
      of={`replaceAward ${prize.id}`}
      title={<Trans>Trao giải thay cho {prize.initiative.title}</Trans>}
      act={<Trans>Trao giải thay thế</Trans>}
      keep={<Trans>Không trao</Trans>}
      {...{ busy, refusal, broken, onClose }}
      onAct={() => void replace()}
    >
      <InitiativeField
        contestId={contestId}
        except={listed}
        value={initiativeId}
        onChange={setInitiativeId}
        error={errorAt(refusal, 'initiativeId') ?? (wanting && initiativeId === '' ? t`Cần chọn sáng kiến` : null)}
      />
      <DecisionFields said={decision} onChange={setDecision} refusal={refusal} wanting={wanting} />
      <TextAreaField label={t`Lý do`} name="reason" value={reason} onChange={setReason} error={errorAt(refusal, 'reason')} />
    </PrizeFields>
  );
}
