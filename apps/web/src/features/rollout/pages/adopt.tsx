import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { Button, LinkButton } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { Empty, Note } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { useToast } from '../../../ui/toast';
import { ChooseWinner, type Winner } from '../office/choose-winner';
import { CommuneFields, type TypedCommunes, communesOf, sentCommunes } from '../office/commune-fields';
import { IndicatorFields, type TypedIndicator, blankIndicator, sentIndicators } from '../office/indicator-fields';
import styles from '../office/rollout-form.module.css';
import { BLANK_ROLLOUT, RolloutTexts, sentRollout } from '../office/rollout-texts';
import { ADOPT_INITIATIVE } from '../office/rollout.query';
import { useAdoptChoices } from '../office/use-adopt-choices';

/** A winner is rolled out by a decision: who leads it, which communes must, and what is counted. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  return (
    <>
      <Bar crumbs={[{ label: t`Sáng kiến nhân rộng`, link: { to: '/rollouts' } }, { label: t`Nhân rộng theo quyết định` }]} />
      <PageHead title={t`Nhân rộng sáng kiến theo quyết định`} />
      {me.canAdoptInitiative ? <Adopt /> : <Empty title={<Trans>Ông/Bà không được giao nhân rộng sáng kiến</Trans>} />}
    </>
  );
}

const NO_DECISION = { number: '', decidedOn: '', title: '' };

function Adopt() {
  const toast = useToast();
  const navigate = useNavigate();
  const act = useAct(ADOPT_INITIATIVE);
  const [year, setYear] = useState<number>();
  const [winner, setWinner] = useState<Winner | null>(null);
  const [texts, setTexts] = useState(BLANK_ROLLOUT);
  const [decision, setDecision] = useState(NO_DECISION);
  const [startedOn, setStartedOn] = useState('');
  const [rosterAsOf, setRosterAsOf] = useState('');
  const [communes, setCommunes] = useState<TypedCommunes | null>(null);
  const [indicators, setIndicators] = useState<readonly TypedIndicator[]>([blankIndicator()]);
  const { units, contests } = useAdoptChoices(rosterAsOf || startedOn || undefined);
  const years = [...new Set(contests.map((contest) => contest.year))].sort((one, other) => other - one);
  const host = contests.find(({ id }) => id === winner?.contest.id)?.host.id;
  const below = communesOf(units, host);
  const adopt = async () => {
    const outcome = await act.run({
      ...sentRollout(texts),
      initiativeId: winner?.initiative.id ?? '',
      startedOn: startedOn || decision.decidedOn,
      rosterAsOf: rosterAsOf || null,
      decision: { ...decision, title: decision.title.trim() || null },
      communes: sentCommunes(communes, below),
      indicators: sentIndicators(indicators),
      illustrative: winner?.illustrative ?? false,
    });
    if (outcome.kind !== 'done') return;
    toast(<Trans>Đã ghi quyết định nhân rộng.</Trans>);
    void navigate({ to: '/rollouts/$rolloutId', params: { rolloutId: outcome.result.id } });
  };
  const decided = (name: keyof typeof NO_DECISION) => ({
    name: `decision.${name}`,
    value: decision[name],
    error: errorAt(act.refusal, `decision.${name}`),
    onChange: (value: string) => {
      setDecision({ ...decision, [name]: value });
    },
  });
  const isReady = winner !== null && decision.decidedOn !== '' && texts.leadUnitId !== '';
  return (
    <Form onSubmit={() => void adopt()} refusal={act.refusal} broken={act.broken}>
      <Panel title={<Trans>Sáng kiến và quyết định</Trans>}>
        <div className={styles.stack}>
          <ChooseWinner
            years={years}
            year={year ?? years[0]}
            onYear={(next) => {
              setYear(next);
              setWinner(null);
            }}
            chosen={winner}
            onChoose={(next) => {
              setWinner(next);
              if (next) setTexts({ ...texts, titleVi: texts.titleVi || next.initiative.title });
            }}
            refusal={act.refusal}
            withoutDecided
          />
          <TextField label={<Trans>Số quyết định</Trans>} {...decided('number')} />
          <TextField label={<Trans>Ngày quyết định</Trans>} type="date" {...decided('decidedOn')} />
          <TextField label={<Trans>Trích yếu</Trans>} optional {...decided('title')} />
          <TextField
            label={<Trans>Bắt đầu từ ngày</Trans>}
            hint={<Trans>Để trống: từ ngày quyết định.</Trans>}
            optional
            name="startedOn"
            type="date"
            value={startedOn}
            onChange={setStartedOn}
            error={errorAt(act.refusal, 'startedOn')}
          />
          <TextField
            label={<Trans>Đơn vị theo danh sách ngày</Trans>}
            hint={<Trans>Để trống: ngày bắt đầu. Ghi một ngày trước khi sắp xếp đơn vị hành chính nếu theo dõi theo các xã cũ.</Trans>}
            optional
            name="rosterAsOf"
            type="date"
            value={rosterAsOf}
            onChange={setRosterAsOf}
            error={errorAt(act.refusal, 'rosterAsOf')}
          />
        </div>
      </Panel>
      <Panel title={<Trans>Kế hoạch</Trans>}>
        <div className={styles.stack}>
          <RolloutTexts
            typed={texts}
            change={(patch) => {
              setTexts({ ...texts, ...patch });
            }}
            units={units}
            refusal={act.refusal}
          />
        </div>
      </Panel>
      <Panel title={<Trans>Xã, thị trấn áp dụng</Trans>}>
        <div className={styles.stack}>
          {winner !== null && units.length > 0 && below.length === 0 && (
            <Note tone="soon">
              <Trans>
                Vào ngày ấy cơ quan tổ chức cuộc thi không có xã, thị trấn nào. Ghi một ngày khác ở «Đơn vị theo danh sách ngày».
              </Trans>
            </Note>
          )}
          <CommuneFields communes={below} typed={communes} onChange={setCommunes} refusal={act.refusal} />
        </div>
      </Panel>
      <Panel title={<Trans>Chỉ tiêu báo cáo</Trans>}>
        <div className={styles.stack}>
          <IndicatorFields typed={indicators} onChange={setIndicators} refusal={act.refusal} />
        </div>
      </Panel>
      <FormActs>
        <Button type="submit" kind="primary" busy={act.busy} shut={isReady ? false : 'adopt-lacks'}>
          <Trans>Ghi quyết định nhân rộng</Trans>
        </Button>
        <LinkButton to="/rollouts">
          <Trans>Không ghi</Trans>
        </LinkButton>
        {!isReady && (
          <span className="caption" id="adopt-lacks">
            <Trans>Cần chọn sáng kiến, ngày quyết định và đơn vị chủ trì.</Trans>
          </span>
        )}
      </FormActs>
    </Form>
  );
}
