import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { useUnitsOf } from '../../../api/own-units';
import { Bar } from '../../../ui/bar';
import { Button, LinkButton } from '../../../ui/button';
import { CheckField, SelectField, TextAreaField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { named } from '../../../ui/format';
import { Answer } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { useToast } from '../../../ui/toast';
import styles from '../office/past.module.css';
import { AREAS_OF_REGISTER, RECORD_PAST_CONTEST } from '../office/past.query';
import { PlanRows, USUAL_TIERS, sentTiers } from '../office/plan-rows';
import { CONTESTS_OF_REGISTER } from '../office/register.query';

/** A contest of a past year, entered afterwards for its results. */
export function Page() {
  const { t } = useLingui();
  const contests = useAsk(CONTESTS_OF_REGISTER, {});
  const own = useUnitsOf('contest:edit');
  return (
    <>
      <Bar crumbs={[{ label: t`Sổ khen thưởng`, link: { to: '/register' } }, { label: t`Nhập cuộc thi đã qua` }]} />
      <PageHead title={t`Nhập cuộc thi đã qua`}>
        <Trans>Sau khi lưu, nhập tiếp các sáng kiến đạt giải và quyết định khen thưởng.</Trans>
      </PageHead>
      <Answer of={contests}>
        {(data) => {
          const hosts = [
            ...new Map([...own, ...data.contests.edges.map(({ node: { host } }) => host)].map((host) => [host.id, host])).values(),
          ];
          return <NewContest hosts={hosts} />;
        }}
      </Answer>
    </>
  );
}

interface Host {
  readonly id: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

function NewContest({ hosts }: { readonly hosts: readonly Host[] }) {
  const { t } = useLingui();
  const toast = useToast();
  const navigate = useNavigate();
  const { data } = useAsk(AREAS_OF_REGISTER, {});
  const [typed, setTyped] = useState({
    hostUnitId: '',
    year: '',
    titleVi: '',
    titleEn: '',
    objectives: '',
    rosterAsOf: '',
  });
  const [areaIds, setAreaIds] = useState<readonly string[]>([]);
  const [tiers, setTiers] = useState(USUAL_TIERS);
  const [wanting, setWanting] = useState(false);
  const { run, busy, refusal, broken } = useAct(RECORD_PAST_CONTEST);
  const hostUnitId = typed.hostUnitId || (hosts[0]?.id ?? '');
  const set = (part: Partial<typeof typed>) => {
    setTyped({ ...typed, ...part });
  };
  const save = async () => {
    if (!/^\d{4}$/.test(typed.year) || typed.rosterAsOf === '') {
      setWanting(true);
      return;
    }
    const outcome = await run({
      ...typed,
      hostUnitId,
      year: Number(typed.year),
      areaIds: [...areaIds],
      prizePlan: sentTiers(tiers),
      documents: [],
      illustrative: false,
    });
    if (outcome.kind !== 'done') return;
    toast(<Trans>Đã lưu cuộc thi.</Trans>);
    void navigate({ to: '/register/$contestId', params: { contestId: outcome.result.id } });
  };
  const areas = (data?.reformAreas.edges ?? []).map(({ node }) => node).filter(({ retired }) => !retired);
  const at = (path: string) => errorAt(refusal, path);
  return (
    <div className={styles.form}>
      <Form onSubmit={() => void save()} refusal={refusal} broken={broken}>
        <SelectField
          label={t`Cơ quan tổ chức`}
          name="hostUnitId"
          value={hostUnitId}
          onChange={(chosen) => {
            set({ hostUnitId: chosen });
          }}
          error={at('hostUnitId')}
        >
          {hosts.map((host) => (
            <option key={host.id} value={host.id}>
              {named(host)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t`Năm`}
          name="year"
          inputMode="numeric"
          value={typed.year}
          onChange={(year) => {
            set({ year });
          }}
          error={at('year') ?? (wanting && !/^\d{4}$/.test(typed.year) ? t`Cần có năm, bốn chữ số` : null)}
        />
        <TextField
          label={t`Tên cuộc thi`}
          name="titleVi"
          value={typed.titleVi}
          onChange={(titleVi) => {
            set({ titleVi });
          }}
          error={at('titleVi')}
        />
        <TextField
          label={t`Tên tiếng Anh`}
          name="titleEn"
          value={typed.titleEn}
          onChange={(titleEn) => {
            set({ titleEn });
          }}
          error={at('titleEn')}
        />
        <TextAreaField
          label={t`Mục tiêu`}
          name="objectives"
          value={typed.objectives}
          onChange={(objectives) => {
            set({ objectives });
          }}
          error={at('objectives')}
        />
        <TextField
          label={t`Ngày lấy danh sách đơn vị tham gia`}
          hint={t`Các đơn vị có vào ngày này được coi là đơn vị tham gia`}
          name="rosterAsOf"
          type="date"
          value={typed.rosterAsOf}
          onChange={(rosterAsOf) => {
            set({ rosterAsOf });
          }}
          error={at('rosterAsOf') ?? (wanting && typed.rosterAsOf === '' ? t`Cần có ngày` : null)}
        />
        <fieldset>
          <legend>
            <Trans>Lĩnh vực</Trans>
          </legend>
          {areas.map((area) => (
            <CheckField
              key={area.id}
              name={`area-${area.id}`}
              label={named(area)}
              checked={areaIds.includes(area.id)}
              onChange={(checked) => {
                setAreaIds(checked ? [...areaIds, area.id] : areaIds.filter((id) => id !== area.id));
              }}
            />
          ))}
        </fieldset>
        <PlanRows tiers={tiers} onChange={setTiers} refusal={refusal} />
        <FormActs>
          <Button type="submit" kind="primary" busy={busy}>
            <Trans>Lưu cuộc thi</Trans>
          </Button>
          <LinkButton to="/register">
            <Trans>Không lưu</Trans>
          </LinkButton>
        </FormActs>
      </Form>
    </div>
  );
}
