import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useWhole } from '../../../api/ask-whole';
import { useUnitsOf } from '../../../api/own-units';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { RadioField, SelectField, TextAreaField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { named, titled } from '../../../ui/format';
import { PageHead, Panel } from '../../../ui/panel';
import { useToast } from '../../../ui/toast';
import { today } from '../../../ui/today';
import { COPY_CONTEST, CREATE_CONTEST } from '../office/setup.acts';
import { CONTESTS } from '../office/setup.query';

type Way = 'copy' | 'new';

/** Next year's contest: from an earlier one, or from nothing. */
export function Page() {
  const { t } = useLingui();
  const go = useNavigate();
  const toast = useToast();
  const asked = useWhole(CONTESTS, { first: 50 }, 'contests');
  const earlier = (asked.data?.contests.edges ?? []).map(({ node }) => node).filter(({ recorded }) => !recorded);
  const hosts = useUnitsOf('contest:edit');
  const copy = useAct(COPY_CONTEST);
  const create = useAct(CREATE_CONTEST);
  const [chosen, setWay] = useState<Way>('copy');
  const way = earlier.length > 0 ? chosen : 'new';
  const [typed, setTyped] = useState({
    contestId: '',
    hostUnitId: '',
    year: '',
    titleVi: null as string | null,
    titleEn: null as string | null,
    objectives: '',
    rosterAsOf: today(),
  });
  const put = (patch: Partial<typeof typed>) => {
    setTyped((was) => ({ ...was, ...patch }));
  };
  const source = typed.contestId || (earlier[0]?.id ?? '');
  const year = typed.year || (earlier[0] ? String(earlier[0].year + 1) : today().slice(0, 4));
  const copied = way === 'copy' ? earlier.find(({ id }) => id === source) : undefined;
  const titles = {
    titleVi: typed.titleVi ?? copied?.titleVi.replaceAll(String(copied.year), year) ?? '',
    titleEn: typed.titleEn ?? copied?.titleEn.replaceAll(String(copied.year), year) ?? '',
  };
  const act = way === 'copy' ? copy : create;
  const wired = (field: 'titleVi' | 'titleEn' | 'hostUnitId' | 'objectives' | 'rosterAsOf') => ({
    name: field,
    value: field === 'titleVi' || field === 'titleEn' ? titles[field] : typed[field],
    error: errorAt(act.refusal, field),
    onChange: (value: string) => {
      put({ [field]: value });
    },
  });
  const begin = async () => {
    const { objectives, rosterAsOf } = typed;
    const facts = { ...titles, year: Math.round(Number(year)), rosterAsOf };
    const outcome =
      way === 'copy'
        ? await copy.run({ ...facts, contestId: source })
        : await create.run({ ...facts, objectives, hostUnitId: typed.hostUnitId || (hosts[0]?.id ?? '') });
    if (outcome.kind !== 'done') return;
    toast(<Trans>Đã lập bản soạn thảo của cuộc thi năm {year}.</Trans>);
    await go({ to: '/contests/$contestId/setup', params: { contestId: outcome.result.id } });
  };
  return (
    <>
      <Bar crumbs={[{ label: t`Các cuộc thi`, link: { to: '/contests' } }, { label: t`Lập cuộc thi mới` }]} />
      <PageHead title={t`Lập cuộc thi mới`} />
      <Panel>
        <Form onSubmit={() => void begin()} refusal={act.refusal} broken={act.broken}>
          {earlier.length > 0 && (
            <RadioField<Way>
              label={t`Bắt đầu từ`}
              name="way"
              value={way}
              onChange={setWay}
              choices={[
                {
                  value: 'copy',
                  label: t`Cuộc thi của năm trước`,
                  hint: t`Lấy theo lĩnh vực, giải thưởng, quy chế chấm và ngày của các giai đoạn; không lấy văn bản và người.`,
                },
                { value: 'new', label: t`Bản trắng` },
              ]}
            />
          )}
          {way === 'copy' && (
            <SelectField
              label={t`Sao từ`}
              name="contestId"
              value={source}
              onChange={(contestId) => {
                put({ contestId });
              }}
              error={errorAt(act.refusal, 'contestId')}
            >
              {earlier.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.year} · {titled(one)}
                </option>
              ))}
            </SelectField>
          )}
          {way === 'new' && hosts.length > 1 && (
            <SelectField label={t`Cơ quan tổ chức`} {...wired('hostUnitId')}>
              {hosts.map((unit) => (
                <option key={unit.id} value={unit.id}>
                  {named(unit)}
                </option>
              ))}
            </SelectField>
          )}
          <TextField
            label={t`Năm`}
            name="year"
            inputMode="numeric"
            value={year}
            onChange={(value) => {
              put({ year: value });
            }}
            error={errorAt(act.refusal, 'year')}
          />
          <TextField label={t`Tên cuộc thi`} limit={300} {...wired('titleVi')} />
          <TextField label={t`Tên bằng tiếng Anh`} limit={300} {...wired('titleEn')} />
          {way === 'new' && <TextAreaField label={t`Mục đích, yêu cầu`} limit={5000} {...wired('objectives')} />}
          <TextField
            label={t`Danh sách đơn vị theo ngày`}
            hint={t`Các đơn vị có vào ngày này được dự thi.`}
            type="date"
            {...wired('rosterAsOf')}
          />
          <FormActs>
            <Button type="submit" kind="primary" busy={act.busy || asked.data === undefined}>
              <Trans>Lập bản soạn thảo</Trans>
            </Button>
            <span className="caption">
              <Trans>Chưa ai ngoài Ban Tổ chức thấy cuộc thi cho đến khi phát động.</Trans>
            </span>
          </FormActs>
        </Form>
      </Panel>
    </>
  );
}
