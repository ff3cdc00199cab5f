import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { useMe } from '../../../api/session';
import { ActButton } from '../../../ui/act-button';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { dayAndClock } from '../../../ui/format';
import { Answer, Note } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import styles from './account.module.css';
import { CHANGE_EMAIL, GIVE_UP_EMAIL_CHANGE, MY_EMAIL_CHANGE } from './email.query';

/** By which one signs in and is written to; a new one counts once it was confirmed from there. */
export function EmailPanel() {
  const { person } = useMe();
  const asked = useAsk(MY_EMAIL_CHANGE, {});
  const [open, setOpen] = useState(false);
  return (
    <Panel title={<Trans>Thư điện tử đăng nhập</Trans>}>
      <div className={styles.stack}>
        <p>{person.email}</p>
        <Answer of={asked} rows={1}>
          {({ myEmailChange }) => (myEmailChange ? <Waiting of={myEmailChange} again={asked.again} /> : null)}
        </Answer>
        {open ? (
          <EmailForm
            onDone={() => {
              setOpen(false);
              asked.again();
            }}
          />
        ) : (
          <div>
            <Button
              onClick={() => {
                setOpen(true);
              }}
            >
              <Trans>Đổi thư điện tử</Trans>
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}

interface Change {
  readonly id: string;
  readonly email: string;
  readonly expiresAt: string;
}

function Waiting({ of: { id: changeId, email: address, expiresAt }, again }: { readonly of: Change; readonly again: () => void }) {
  const { t } = useLingui();
  return (
    <Note>
      <p>
        <Trans>
          Liên kết xác nhận được gửi tới {address}, dùng được đến {dayAndClock(expiresAt)}. Đến lúc xác nhận, địa chỉ cũ vẫn dùng để đăng
          nhập.
        </Trans>
      </p>
      <ActButton
        of={GIVE_UP_EMAIL_CHANGE}
        size="small"
        destructive={false}
        title={<Trans>Không đổi sang {address}</Trans>}
        act={<Trans>Không đổi nữa</Trans>}
        keep={<Trans>Vẫn đổi</Trans>}
        input={() => ({ changeId })}
        said={t`Giữ địa chỉ đang dùng`}
        onDone={again}
      >
        <Trans>Liên kết đã gửi hết hiệu lực.</Trans>
      </ActButton>
    </Note>
  );
}

function EmailForm({ onDone }: { readonly onDone: () => void }) {
  const [email, setEmail] = useState('');
  const [present, setPresent] = useState('');
  const change = useAct(CHANGE_EMAIL);
  const submit = async () => {
    const outcome = await change.run({ email, present });
    if (outcome.kind === 'done') onDone();
  };
  return (
    <Form onSubmit={() => void submit()} refusal={change.refusal} broken={change.broken}>
      <TextField
        label={<Trans>Thư điện tử mới</Trans>}
        hint={<Trans>Địa chỉ chỉ đổi sau khi bấm liên kết gửi tới đó; địa chỉ cũ được báo.</Trans>}
        name="email"
        type="email"
        autoComplete="email"
        autoFocus
        value={email}
        onChange={setEmail}
        error={errorAt(change.refusal, 'email')}
      />
      <TextField
        label={<Trans>Mật khẩu hiện tại</Trans>}
        name="present"
        type="password"
        autoComplete="current-password"
        value={present}
        onChange={setPresent}
        error={errorAt(change.refusal, 'present')}
      />
      <FormActs>
        <Button type="submit" kind="primary" busy={change.busy}>
          <Trans>Gửi liên kết xác nhận</Trans>
        </Button>
        <Button onClick={onDone}>
          <Trans>Giữ địa chỉ đang dùng</Trans>
        </Button>
      </FormActs>
    </Form>
  );
}
