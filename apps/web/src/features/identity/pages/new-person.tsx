import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { RadioField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { PageHead, Panel } from '../../../ui/panel';
import { PickField, type Picked } from '../../../ui/pick-field';
import { useToast } from '../../../ui/toast';
import { CREATE_PERSON, INVITE_PERSON } from '../admin/people.query';
import { useFindUnit } from '../admin/unit-choice';

type Way = 'invite' | 'enter';

/** Somebody new: invited by mail to set a password, or entered as an author or a signatory who never signs in. */
export function Page() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const toast = useToast();
  const [way, setWay] = useState<Way>('invite');
  const [where, setWhere] = useState<'unit' | 'outside'>('unit');
  const [unit, setUnit] = useState<Picked | null>(null);
  const [typed, setTyped] = useState({ fullName: '', email: '', phone: '', locale: 'vi' as 'vi' | 'en' });
  const invite = useAct(INVITE_PERSON);
  const enter = useAct(CREATE_PERSON);
  const { busy, refusal, broken } = way === 'invite' ? invite : enter;
  const set = (part: Partial<typeof typed>) => {
    setTyped({ ...typed, ...part });
  };
  const send = async () => {
    const shared = {
      fullName: typed.fullName,
      phone: typed.phone || null,
      locale: typed.locale,
      external: where === 'outside',
      unitId: where === 'unit' ? (unit?.id ?? null) : null,
    };
    const outcome = await (way === 'invite' ? invite.run({ ...shared, email: typed.email }) : enter.run({ ...shared, email: null }));
    if (outcome.kind !== 'done') return;
    toast(way === 'invite' ? t`Đã gửi thư mời ${typed.fullName}` : t`Đã thêm ${typed.fullName}`);
    void navigate({ to: '/people/$personId', params: { personId: outcome.result.id } });
  };
  return (
    <>
      <Bar crumbs={[{ label: t`Người dùng`, link: { to: '/people' } }, { label: t`Thêm người` }]} />
      <PageHead title={t`Thêm người`} />
      <Panel>
        <Form onSubmit={() => void send()} refusal={refusal} broken={broken}>
          <RadioField<Way>
            label={<Trans>Người này có đăng nhập không</Trans>}
            name="way"
            value={way}
            onChange={setWay}
            choices={[
              { value: 'invite', label: t`Có: gửi thư mời đặt mật khẩu`, hint: t`Thư mời có hiệu lực một tuần.` },
              { value: 'enter', label: t`Không: chỉ ghi tên`, hint: t`Tác giả nộp giấy, người không dùng hệ thống.` },
            ]}
          />
          <TextField
            label={<Trans>Họ và tên</Trans>}
            name="fullName"
            value={typed.fullName}
            onChange={(fullName) => {
              set({ fullName });
            }}
            error={errorAt(refusal, 'fullName')}
          />
          {way === 'invite' && (
            <TextField
              label={<Trans>Thư điện tử</Trans>}
              name="email"
              type="email"
              value={typed.email}
              onChange={(email) => {
                set({ email });
              }}
              error={errorAt(refusal, 'email')}
            />
          )}
          <TextField
            label={<Trans>Điện thoại</Trans>}
            name="phone"
            type="tel"
            optional
            value={typed.phone}
            onChange={(phone) => {
              set({ phone });
            }}
            error={errorAt(refusal, 'phone')}
          />
          <RadioField
            label={<Trans>Nơi công tác</Trans>}
            name="where"
            value={where}
            onChange={setWhere}
            choices={[
              { value: 'unit', label: t`Một đơn vị trong danh mục` },
              { value: 'outside', label: t`Ngoài cơ quan, như giám khảo mời` },
            ]}
          />
          {where === 'unit' && (
            <PickField
              label={<Trans>Đơn vị</Trans>}
              name="unitId"
              value={unit}
              onChange={setUnit}
              useFind={useFindUnit}
              error={errorAt(refusal, 'unitId')}
            />
          )}
          <RadioField
            label={<Trans>Ngôn ngữ của thư gửi</Trans>}
            name="locale"
            value={typed.locale}
            onChange={(locale) => {
              set({ locale });
            }}
            choices={[
              { value: 'vi', label: 'Tiếng Việt' },
              { value: 'en', label: 'English' },
            ]}
          />
          <FormActs>
            <Button type="submit" kind="primary" size="large" busy={busy}>
              {way === 'invite' ? <Trans>Gửi thư mời</Trans> : <Trans>Thêm người</Trans>}
            </Button>
          </FormActs>
        </Form>
      </Panel>
    </>
  );
}
