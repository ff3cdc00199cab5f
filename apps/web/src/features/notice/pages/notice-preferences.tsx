import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { SelectField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { Answer } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { useToast } from '../../../ui/toast';
import { PREFERENCES, type Preferences, SET_PREFERENCES } from '../preferences.query';
import { useTopicNames } from '../topic-names';
import styles from './notice-preferences.module.css';

type Delivery = Preferences['deliveries'][number];
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));
const AS_USUAL = 'USUAL';

/** By topic: at once, in one letter a day, or not by mail; and in which hours not at all. */
export function Page() {
  const { t } = useLingui();
  const asked = useAsk(PREFERENCES, {});
  return (
    <>
      <Bar
        crumbs={[
          { label: t`Việc của tôi`, link: { to: '/home' } },
          { label: t`Thông báo`, link: { to: '/notices' } },
          { label: t`Cách nhận thư` },
        ]}
      />
      <PageHead title={t`Cách nhận thư`}>
        <Trans>Mọi thông báo luôn có trong hệ thống; phần này chỉ chọn việc gửi thư điện tử.</Trans>
      </PageHead>
      <div className={styles.page}>
        <Answer of={asked}>{({ noticePreferences }) => noticePreferences && <Choices kept={noticePreferences} />}</Answer>
      </div>
    </>
  );
}

function Choices({ kept }: { readonly kept: Preferences }) {
  const { t } = useLingui();
  const toast = useToast();
  const act = useAct(SET_PREFERENCES);
  const [deliveries, setDeliveries] = useState(kept.deliveries);
  const [quiet, setQuiet] = useState(kept.quietHours);
  const choosable = deliveries.filter(({ canChoose }) => canChoose);
  const chosen = choosable.flatMap(({ topic, delivery }) => (delivery === null ? [] : [{ topic, delivery }]));
  const save = async () => {
    const { kind } = await act.run({ deliveries: chosen, quietHours: quiet });
    if (kind === 'done') toast(<Trans>Đã ghi cách nhận thư.</Trans>);
  };
  return (
    <Form onSubmit={() => void save()} refusal={act.refusal} broken={act.broken}>
      <Panel title={<Trans>Theo nội dung</Trans>}>
        <div className={styles.choices}>
          <p>
            <Trans>Như thường lệ: việc cần làm được gửi ngay, việc để biết gộp vào một thư lúc 7 giờ sáng.</Trans>
          </p>
          {choosable.map((one) => (
            <Topic
              key={one.topic}
              of={one}
              error={errorAt(act.refusal, `deliveries.${String(chosen.findIndex(({ topic }) => topic === one.topic))}.topic`)}
              onChange={(delivery) => {
                setDeliveries((all) => all.map((other) => (other.topic === one.topic ? { ...other, delivery } : other)));
              }}
            />
          ))}
          <p className="caption">
            <Trans>Thông báo về tài khoản (đăng nhập, vai trò, chức vụ) luôn được gửi ngay để bảo vệ tài khoản.</Trans>
          </p>
        </div>
      </Panel>
      <Panel title={<Trans>Khung giờ không gửi thư</Trans>}>
        <div className={styles.hours}>
          <SelectField
            label={<Trans>Từ</Trans>}
            name="quietHours.from"
            value={quiet ? String(quiet.from) : ''}
            error={errorAt(act.refusal, 'quietHours.from')}
            onChange={(from) => {
              setQuiet(from === '' ? null : { from: Number(from), until: quiet?.until ?? 6 });
            }}
          >
            <option value="">{t`Gửi vào mọi giờ`}</option>
            <HourOptions />
          </SelectField>
          {quiet && (
            <SelectField
              label={<Trans>Đến</Trans>}
              name="quietHours.until"
              value={String(quiet.until)}
              error={errorAt(act.refusal, 'quietHours.until')}
              onChange={(until) => {
                setQuiet({ from: quiet.from, until: Number(until) });
              }}
            >
              <HourOptions />
            </SelectField>
          )}
        </div>
        <p className="caption">
          <Trans>Thư trong khung giờ này được gửi khi khung giờ kết thúc.</Trans>
        </p>
      </Panel>
      <FormActs>
        <Button type="submit" kind="primary" busy={act.busy}>
          <Trans>Ghi lại</Trans>
        </Button>
      </FormActs>
    </Form>
  );
}

function HourOptions() {
  const { t } = useLingui();
  return HOURS.map((hour) => <option key={hour} value={hour}>{t`${hour} giờ`}</option>);
}

function Topic({
  of: { topic, delivery },
  error,
  onChange,
}: {
  readonly of: Delivery;
  readonly error: string | null;
  readonly onChange: (delivery: Delivery['delivery']) => void;
}) {
  const { t } = useLingui();
  const names = useTopicNames();
  return (
    <SelectField
      label={names[topic]}
      name={`deliveries.${topic}`}
      value={delivery ?? AS_USUAL}
      error={error}
      onChange={(value) => {
        onChange(value === AS_USUAL ? null : (value as Delivery['delivery']));
      }}
    >
      <option value={AS_USUAL}>{t`Như thường lệ`}</option>
      <option value="AT_ONCE">{t`Gửi ngay`}</option>
      <option value="DAILY">{t`Gộp vào một thư lúc 7 giờ sáng`}</option>
      <option value="NONE">{t`Không gửi thư`}</option>
    </SelectField>
  );
}
