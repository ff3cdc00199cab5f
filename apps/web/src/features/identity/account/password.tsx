import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { Panel } from '../../../ui/panel';
import { useToast } from '../../../ui/toast';

const CHANGE = graphql(
  `
    mutation ChangePassword($input: ChangePasswordInput!) {
      answer: changePassword(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export function PasswordPanel() {
  const [open, setOpen] = useState(false);
  return (
    <Panel title={<Trans>Mật khẩu</Trans>}>
      {open ? (
        <PasswordForm
          onDone={() => {
            setOpen(false);
          }}
        />
      ) : (
        <Button
          onClick={() => {
            setOpen(true);
          }}
        >
          <Trans>Đổi mật khẩu</Trans>
        </Button>
      )}
    </Panel>
  );
}

function PasswordForm({ onDone }: { readonly onDone: () => void }) {
  const [present, setPresent] = useState('');
  const [password, setPassword] = useState('');
  const change = useAct(CHANGE);
  const toast = useToast();
  const submit = async () => {
    const outcome = await change.run({ present, password });
    if (outcome.kind !== 'done') return;
    toast(<Trans>Đã đổi mật khẩu; các phiên khác đã kết thúc.</Trans>);
    onDone();
  };
  return (
    <Form onSubmit={() => void submit()} refusal={change.refusal} broken={change.broken}>
      <TextField
        label={<Trans>Mật khẩu hiện tại</Trans>}
        name="present"
        type="password"
        autoComplete="current-password"
        autoFocus
        value={present}
        onChange={setPresent}
        error={errorAt(change.refusal, 'present')}
      />
      <TextField
        label={<Trans>Mật khẩu mới</Trans>}
        hint={<Trans>Ít nhất 10 ký tự; một câu ngắn dễ nhớ là tốt nhất.</Trans>}
        name="password"
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        error={errorAt(change.refusal, 'password')}
      />
      <FormActs>
        <Button type="submit" kind="primary" busy={change.busy}>
          <Trans>Đổi mật khẩu</Trans>
        </Button>
        <Button onClick={onDone}>
          <Trans>Giữ mật khẩu cũ</Trans>
        </Button>
      </FormActs>
    </Form>
  );
}
