import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { Button } from '../../../ui/button';
import { DecisionFields } from '../../../ui/decision-fields';
import { Dialog } from '../../../ui/dialog';
import { SelectField, TextAreaField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { named } from '../../../ui/format';
import { type Find, PickField, type Picked } from '../../../ui/pick-field';
import { today } from '../../../ui/today';
import { FIND_FOR_TEAM, FIND_UNITS, type InspectionKind } from '../inspection.query';
import { ORDER_INSPECTION } from '../inspection-acts.query';
import { useInspectionKinds } from './inspection-words';

const usePeople: Find = (search, pause) => {
  const { data, busy } = useAsk(FIND_FOR_TEAM, { search }, { pause });
  const found = data?.people.edges.map(({ node: { id, fullName, unit } }) => ({
    id,
    label: fullName,
    caption: unit ? named(unit) : undefined,
  }));
  return { found: found ?? [], busy };
};

const useUnits: Find = (search, pause) => {
  const { data, busy } = useAsk(FIND_UNITS, { search, asOf: today() }, { pause });
  return { found: data?.units.edges.map(({ node }) => ({ id: node.id, label: named(node) })) ?? [], busy };
};

/** An inspection by a decision: of which unit, by whom, and what is looked at. */
export function OrderInspection({ onClose }: { readonly onClose: (ordered?: string) => void }) {
  const kinds = useInspectionKinds();
  const act = useAct(ORDER_INSPECTION);
  const [kind, setKind] = useState<InspectionKind>('PLANNED');
  const [said, setSaid] = useState({ decisionNumber: '', decidedOn: '', items: '' });
  const [unit, setUnit] = useState<Picked | null>(null);
  const [team, setTeam] = useState<readonly (Picked | null)[]>([null, null]);
  const order = async () => {
    const [lead, ...others] = team;
    const { decisionNumber, decidedOn } = said;
    const done = await act.run({
      ...{ kind, decisionNumber, decidedOn, unitId: unit?.id ?? '', leadId: lead?.id ?? '' },
      memberIds: others.flatMap((one) => one?.id ?? []),
      items: said.items.split('\n').flatMap((line) => line.trim() || []),
    });
    if (done.kind === 'done') onClose(done.result.id);
  };
  return (
    <Dialog
      of="orderInspection"
      title={<Trans>Lập đoàn kiểm tra</Trans>}
      onClose={() => {
        onClose();
      }}
      wide
    >
      <Form onSubmit={() => void order()} refusal={act.refusal} broken={act.broken}>
        <SelectField
          label={<Trans>Hình thức</Trans>}
          name="kind"
          value={kind}
          onChange={(value) => {
            setKind(value === 'SURPRISE' ? 'SURPRISE' : 'PLANNED');
          }}
          hint={kind === 'SURPRISE' ? <Trans>Đơn vị không được báo trước; nhật ký chỉ giữ mã băm cho đến khi bắt đầu.</Trans> : undefined}
        >
          <option value="PLANNED">{kinds.PLANNED}</option>
          <option value="SURPRISE">{kinds.SURPRISE}</option>
        </SelectField>
        <PickField
          label={<Trans>Đơn vị được kiểm tra</Trans>}
          name="unitId"
          value={unit}
          onChange={setUnit}
          useFind={useUnits}
          error={errorAt(act.refusal, 'unitId')}
        />
        <DecisionFields said={said} onChange={setSaid} refusal={act.refusal} />
        {team.map((one, at) => (
          <PickField
            key={at}
            label={at === 0 ? <Trans>Trưởng đoàn</Trans> : <Trans>Thành viên {at}</Trans>}
            hint={at === 0 ? <Trans>Không ai trong đoàn thuộc đơn vị được kiểm tra.</Trans> : undefined}
            optional={at > 0}
            name={at === 0 ? 'leadId' : `memberIds.${at - 1}`}
            value={one}
            onChange={(picked) => {
              setTeam(team.map((other, place) => (place === at ? picked : other)));
            }}
            useFind={usePeople}
            error={errorAt(act.refusal, at === 0 ? 'leadId' : `memberIds.${at - 1}`)}
          />
        ))}
        <Button
          size="small"
          onClick={() => {
            setTeam([...team, null]);
          }}
        >
          <Trans>Thêm thành viên</Trans>
        </Button>
        <TextAreaField
          label={<Trans>Nội dung kiểm tra, mỗi dòng một nội dung</Trans>}
          name="items"
          rows={6}
          value={said.items}
          onChange={(items) => {
            setSaid({ ...said, items });
          }}
          error={errorAt(act.refusal, 'items')}
        />
        <FormActs>
          <Button type="submit" kind="primary" busy={act.busy}>
            <Trans>Lập đoàn kiểm tra</Trans>
          </Button>
          <Button
            onClick={() => {
              onClose();
            }}
          >
            <Trans>Chưa lập</Trans>
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
