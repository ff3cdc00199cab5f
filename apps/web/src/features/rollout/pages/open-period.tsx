import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useUnitsOf } from '../../../api/own-units';
import { useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { Button, LinkButton } from '../../../ui/button';
import { SelectField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt, fieldProps } from '../../../ui/form';
import { named } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { useToast } from '../../../ui/toast';
import { OPEN_PERIOD } from '../period.query';

/** A window that communes report on, and the day by which. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  return (
    <>
      <Bar crumbs={[{ label: t`Kỳ báo cáo`, link: { to: '/reporting-periods' } }, { label: t`Mở kỳ báo cáo` }]} />
      <PageHead title={t`Mở kỳ báo cáo`}>
        <Trans>Mở xong, các xã thấy kỳ này ngay và được nhắc trước hạn.</Trans>
      </PageHead>
      {me.canOpenReportingPeriod ? <Open /> : <Empty title={<Trans>Ông/Bà không mở được kỳ báo cáo</Trans>} />}
    </>
  );
}

const BLANK = { key: '', nameVi: '', nameEn: '', startsOn: '', endsOn: '', dueOn: '' };

function Open() {
  const { t } = useLingui();
  const toast = useToast();
  const navigate = useNavigate();
  const act = useAct(OPEN_PERIOD);
  const [typed, setTyped] = useState(BLANK);
  const [host, setHost] = useState('');
  const districts = useUnitsOf('rollout:manage');
  const hostUnitId = host || (districts.length === 1 ? (districts[0]?.id ?? '') : '');
  const field = fieldProps(typed, setTyped, act.refusal);
  const open = async () => {
    const outcome = await act.run({ hostUnitId, ...typed });
    if (outcome.kind !== 'done') return;
    toast(<Trans>Đã mở kỳ báo cáo.</Trans>);
    void navigate({ to: '/reports/$periodId', params: { periodId: outcome.result.id } });
  };
  const isReady = hostUnitId !== '' && typed.startsOn !== '' && typed.endsOn !== '' && typed.dueOn !== '';
  return (
    <Panel>
      <Form onSubmit={() => void open()} refusal={act.refusal} broken={act.broken}>
        {districts.length > 1 && (
          <SelectField
            label={<Trans>Cơ quan mở kỳ</Trans>}
            hint={<Trans>Các xã thuộc cơ quan này, kể cả xã mới sau sắp xếp, sẽ báo cáo.</Trans>}
            name="hostUnitId"
            value={hostUnitId}
            onChange={setHost}
            error={errorAt(act.refusal, 'hostUnitId')}
          >
            <option value="">{t`Chọn đơn vị`}</option>
            {districts.map((one) => (
              <option key={one.id} value={one.id}>
                {named(one)}
              </option>
            ))}
          </SelectField>
        )}
        <TextField label={<Trans>Tên kỳ</Trans>} hint={<Trans>Ví dụ: Quý III năm 2026</Trans>} {...field('nameVi')} />
        <TextField label={<Trans>Tên tiếng Anh</Trans>} lang="en" {...field('nameEn')} />
        <TextField label={<Trans>Mã kỳ</Trans>} hint={<Trans>Chữ, số, gạch nối, ví dụ: 2026-Q3</Trans>} {...field('key')} />
        <TextField label={<Trans>Số liệu từ ngày</Trans>} type="date" {...field('startsOn')} />
        <TextField label={<Trans>Đến hết ngày</Trans>} type="date" {...field('endsOn')} />
        <TextField label={<Trans>Hạn gửi</Trans>} hint={<Trans>Ngày cuối cùng còn là đúng hạn.</Trans>} type="date" {...field('dueOn')} />
        <FormActs>
          <Button type="submit" kind="primary" busy={act.busy} shut={isReady ? false : 'period-lacks'}>
            <Trans>Mở kỳ báo cáo</Trans>
          </Button>
          <LinkButton to="/reporting-periods">
            <Trans>Không mở</Trans>
          </LinkButton>
          {!isReady && (
            <span className="caption" id="period-lacks">
              {hostUnitId === '' ? <Trans>Chọn cơ quan mở kỳ trước.</Trans> : <Trans>Cần đủ ba ngày.</Trans>}
            </span>
          )}
        </FormActs>
      </Form>
    </Panel>
  );
}
