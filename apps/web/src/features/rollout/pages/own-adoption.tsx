import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { Button, LinkButton } from '../../../ui/button';
import { SelectField, TextAreaField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { named } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { useToast } from '../../../ui/toast';
import { ChooseWinner, type Winner } from '../office/choose-winner';
import { RECORD_OWN } from '../office/rollout.query';
import { useAdoptChoices } from '../office/use-adopt-choices';

/** A commune takes up an initiative of its own accord, with or without a roll-out. */
export function Page() {
  const { t } = useLingui();
  const reached = useMe().permissions.find(({ name }) => name === 'adoption:record')?.unitIds ?? [];
  return (
    <>
      <Bar crumbs={[{ label: t`Sáng kiến nhân rộng`, link: { to: '/rollouts' } }, { label: t`Xã tự áp dụng` }]} />
      <PageHead title={t`Ghi xã tự áp dụng sáng kiến`}>
        <Trans>Xã áp dụng tự nguyện, ngoài danh sách bắt buộc; từ đó xã ghi tình hình và số liệu như các xã khác.</Trans>
      </PageHead>
      {reached.length > 0 ? <Record reached={reached} /> : <Empty title={<Trans>Ông/Bà không ghi việc áp dụng thay đơn vị nào</Trans>} />}
    </>
  );
}

const COMMUNES: readonly string[] = ['COMMUNE', 'TOWNSHIP', 'WARD'];

function Record({ reached }: { readonly reached: readonly string[] }) {
  const { t } = useLingui();
  const toast = useToast();
  const navigate = useNavigate();
  const act = useAct(RECORD_OWN);
  const [year, setYear] = useState<number>();
  const [winner, setWinner] = useState<Winner | null>(null);
  const [unit, setUnit] = useState('');
  const [startedOn, setStartedOn] = useState('');
  const [reason, setReason] = useState('');
  const { units, contests } = useAdoptChoices(startedOn || undefined);
  const years = [...new Set(contests.map((contest) => contest.year))].sort((one, other) => other - one);
  const own = units.filter(({ id, kind }) => reached.includes(id) && COMMUNES.includes(kind));
  const unitId = unit || (own.length === 1 ? (own[0]?.id ?? '') : '');
  const isReady = winner !== null && unitId !== '' && startedOn !== '';
  const record = async () => {
    const outcome = await act.run({ initiativeId: winner?.initiative.id ?? '', unitId, startedOn, reason });
    if (outcome.kind !== 'done') return;
    toast(<Trans>Đã ghi xã tự áp dụng.</Trans>);
    void navigate({ to: '/adoptions/$adoptionId', params: { adoptionId: outcome.result.id } });
  };
  return (
    <Panel>
      <Form onSubmit={() => void record()} refusal={act.refusal} broken={act.broken}>
        <ChooseWinner
          years={years}
          year={year ?? years[0]}
          onYear={(next) => {
            setYear(next);
            setWinner(null);
          }}
          chosen={winner}
          onChoose={setWinner}
          refusal={act.refusal}
          withoutDecided={false}
        />
        <TextField
          label={<Trans>Áp dụng từ ngày</Trans>}
          name="startedOn"
          type="date"
          value={startedOn}
          onChange={setStartedOn}
          error={errorAt(act.refusal, 'startedOn')}
        />
        <SelectField
          label={<Trans>Xã, thị trấn</Trans>}
          name="unitId"
          value={unitId}
          onChange={setUnit}
          error={errorAt(act.refusal, 'unitId')}
        >
          <option value="">{t`Chọn đơn vị`}</option>
          {own.map((one) => (
            <option key={one.id} value={one.id}>
              {named(one)}
            </option>
          ))}
        </SelectField>
        <TextAreaField
          label={<Trans>Vì sao áp dụng</Trans>}
          name="reason"
          value={reason}
          onChange={setReason}
          error={errorAt(act.refusal, 'reason')}
          rows={3}
        />
        <FormActs>
          <Button type="submit" kind="primary" busy={act.busy} shut={isReady ? false : 'own-lacks'}>
            <Trans>Ghi xã tự áp dụng</Trans>
          </Button>
          <LinkButton to="/rollouts">
            <Trans>Không ghi</Trans>
          </LinkButton>
          {!isReady && (
            <span className="caption" id="own-lacks">
              <Trans>Cần chọn sáng kiến, ngày áp dụng và xã.</Trans>
            </span>
          )}
        </FormActs>
      </Form>
    </Panel>
  );
}
