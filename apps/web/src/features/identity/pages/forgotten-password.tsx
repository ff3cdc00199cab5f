import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { Note } from '../../../ui/note';
import { Entrance } from '../entrance';

const REQUEST = graphql(
  `
    mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
      answer: requestPasswordReset(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export function Page() {
  const { t } = useLingui();
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const request = useAct(REQUEST);
  const submit = async () => {
    const outcome = await request.run({ email: email.trim() });
    if (outcome.kind === 'done') setSent(true);
  };
  return (
    <Entrance title={t`Quên mật khẩu`} intro={<Trans>Hệ thống gửi một đường dẫn dùng một lần đến thư điện tử của tài khoản.</Trans>}>
      {sent ? (
        <Note tone="done" role="status">
          <p>
            <Trans>Nếu có tài khoản với địa chỉ này, thư đã được gửi đi. Xin xem cả hộp thư rác; đường dẫn chỉ dùng được một lần.</Trans>
          </p>
        </Note>
      ) : (
        <Form onSubmit={() => void submit()} refusal={request.refusal} broken={request.broken}>
          <TextField
            label={<Trans>Thư điện tử</Trans>}
            name="email"
            type="email"
            autoComplete="username"
            value={email}
            onChange={setEmail}
            error={errorAt(request.refusal, 'email')}
          />
          <FormActs>
            <Button type="submit" kind="primary" size="large" busy={request.busy}>
              <Trans>Gửi đường dẫn</Trans>
            </Button>
          </FormActs>
        </Form>
      )}
      <p>
        <Link to="/sign-in">
          <Trans>Về trang đăng nhập</Trans>
        </Link>
      </p>
    </Entrance>
  );
}
