import { Trans } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { Provider, useClient } from 'urql';
import { useAct } from '../../api/act';
import { createPlainClient } from '../../api/client';
import { graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';
import { whoIsSignedIn } from '../../api/session';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Form, FormActs, errorAt } from '../../ui/form';

const SIGN_IN = graphql(
  `
    mutation SignIn($input: SignInInput!) {
      answer: signIn(input: $input) {
        __typename
        ... on Session {
          id
        }
        ... on CodeOwed {
          id
          expiresAt
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

const CONFIRM = graphql(
  `
    mutation ConfirmSignIn($input: ConfirmSignInInput!) {
      answer: confirmSignIn(input: $input) {
        __typename
        ... on Session {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

interface SignInProps {
  readonly email?: string;
  /** With the id of who came in. */
  readonly onDone: (personId: string) => void;
}

/** Address and password, then the code of the second factor where there is one. */
export function SignIn(props: SignInProps) {
  const client = useMemo(createPlainClient, []);
  return (
    <Provider value={client}>
      <Steps {...props} />
    </Provider>
  );
}

function Steps({ email, onDone }: SignInProps) {
  const client = useClient();
  const [owesCode, setOwesCode] = useState(false);
  const comeIn = async () => {
    const me = await whoIsSignedIn(client);
    if (me) onDone(me.id);
  };
  if (owesCode) {
    return (
      <CodeForm
        onDone={() => void comeIn()}
        onBack={() => {
          setOwesCode(false);
        }}
      />
    );
  }
  return (
    <PasswordForm
      email={email}
      onDone={() => void comeIn()}
      onCodeOwed={() => {
        setOwesCode(true);
      }}
    />
  );
}

function PasswordForm({
  email: known = '',
  onDone,
  onCodeOwed,
}: {
  readonly email?: string;
  readonly onDone: () => void;
  readonly onCodeOwed: () => void;
}) {
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const signIn = useAct(SIGN_IN);
  const submit = async () => {
    const outcome = await signIn.run({ email: email.trim(), password });
    if (outcome.kind !== 'done') return;
    if (outcome.result.__typename === 'CodeOwed') onCodeOwed();
    else onDone();
  };
  return (
    <Form onSubmit={() => void submit()} refusal={signIn.refusal} broken={signIn.broken}>
      <TextField
        label={<Trans>Thư điện tử</Trans>}
        name="email"
        type="email"
        autoComplete="username"
        autoFocus={known === ''}
        value={email}
        onChange={setEmail}
        error={errorAt(signIn.refusal, 'email')}
      />
      <TextField
        label={<Trans>Mật khẩu</Trans>}
        name="password"
        type="password"
        autoComplete="current-password"
        autoFocus={known !== ''}
        data-first-focus={known !== '' || undefined}
        value={password}
        onChange={setPassword}
        error={errorAt(signIn.refusal, 'password')}
      />
      <FormActs>
        <Button type="submit" kind="primary" size="large" busy={signIn.busy}>
          <Trans>Đăng nhập</Trans>
        </Button>
      </FormActs>
    </Form>
  );
}

function CodeForm({ onDone, onBack }: { readonly onDone: () => void; readonly onBack: () => void }) {
  const [code, setCode] = useState('');
  const confirm = useAct(CONFIRM);
  const submit = async () => {
    const outcome = await confirm.run({ code: code.trim() });
    if (outcome.kind === 'done') onDone();
  };
  return (
    <Form onSubmit={() => void submit()} refusal={confirm.refusal} broken={confirm.broken}>
      <TextField
        label={<Trans>Mã xác thực</Trans>}
        hint={<Trans>Sáu chữ số trong ứng dụng xác thực trên điện thoại, hoặc một mã dự phòng.</Trans>}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        value={code}
        onChange={setCode}
        error={errorAt(confirm.refusal, 'code')}
      />
      <FormActs>
        <Button type="submit" kind="primary" size="large" busy={confirm.busy}>
          <Trans>Xác nhận</Trans>
        </Button>
        <Button kind="plain" size="large" onClick={onBack}>
          <Trans>Quay lại</Trans>
        </Button>
      </FormActs>
    </Form>
  );
}
