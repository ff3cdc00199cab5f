import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';
import { Button, LinkButton } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { Note } from '../../../ui/note';
import { Entrance } from '../entrance';
import { useOneTimeToken } from '../one-time-token';

const RESET = graphql(
  `
    mutation ResetPassword($input: ResetPasswordInput!) {
      answer: resetPassword(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export function Page() {
  const { t } = useLingui();
  const token = useOneTimeToken();
  const [password, setPassword] = useState('');
  const [done, setDone] = useState(false);
  const reset = useAct(RESET);
  const submit = async () => {
    const outcome = await reset.run({ password, token });
    if (outcome.kind === 'done') setDone(true);
  };
  return (
    <Entrance title={t`Đặt mật khẩu`}>
      {done ? (
        <>
          <Note tone="done" role="status">
            <p>
              <Trans>Đã đặt mật khẩu. Từ nay đăng nhập bằng thư điện tử và mật khẩu này.</Trans>
            </p>
          </Note>
          <p>
            <LinkButton to="/sign-in" kind="primary" size="large">
              <Trans>Đăng nhập</Trans>
            </LinkButton>
          </p>
        </>
      ) : (
        <Form onSubmit={() => void submit()} refusal={reset.refusal} broken={reset.broken}>
          <TextField
            label={<Trans>Mật khẩu mới</Trans>}
            hint={<Trans>Ít nhất 10 ký tự; một câu ngắn dễ nhớ là tốt nhất.</Trans>}
            name="password"
            type="password"
            autoComplete="new-password"
            value={password}
            onChange={setPassword}
            error={errorAt(reset.refusal, 'password')}
          />
          <FormActs>
            <Button type="submit" kind="primary" size="large" busy={reset.busy}>
              <Trans>Đặt mật khẩu</Trans>
            </Button>
          </FormActs>
        </Form>
      )}
    </Entrance>
  );
}
