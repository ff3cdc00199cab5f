import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { type Act, useAct } from '../../../api/act';
import { type VariablesOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';

const RENEW = graphql(
  `
    mutation RenewRecoveryCodes($input: ProofInput!) {
      answer: renewRecoveryCodes(input: $input) {
        __typename
        ... on SecondFactor {
          id
          recoveryCodes
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

const REMOVE = graphql(
  `
    mutation RemoveSecondFactor($input: ProofInput!) {
      answer: removeSecondFactor(input: $input) {
        __typename
        ... on SecondFactor {
          id
          recoveryCodes
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

interface ProofProps {
  readonly onDone: (codes: readonly string[] | null) => void;
  readonly onBack: () => void;
}

export function RenewCodes(props: ProofProps) {
  const renew = useAct(RENEW);
  return (
    <Proof {...props} act={renew} label={<Trans>Lấy mã dự phòng mới</Trans>}>
      <Trans>Các mã dự phòng cũ hết hiệu lực ngay khi có mã mới.</Trans>
    </Proof>
  );
}

export function RemoveFactor(props: ProofProps) {
  const remove = useAct(REMOVE);
  return (
    <Proof {...props} act={remove} label={<Trans>Bỏ xác thực hai bước</Trans>} destructive>
      <Trans>Từ lần sau chỉ cần mật khẩu để đăng nhập, kể cả với người biết mật khẩu này.</Trans>
    </Proof>
  );
}

type ProofAct = Act<VariablesOf<typeof RENEW>['input'], { readonly recoveryCodes: readonly string[] | null }>;

/** What changes the second factor asks for the password and for the factor itself. */
function Proof({
  act,
  label,
  destructive = false,
  children,
  onDone,
  onBack,
}: ProofProps & { readonly act: ProofAct; readonly label: ReactNode; readonly destructive?: boolean; readonly children: ReactNode }) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const submit = async () => {
    const outcome = await act.run({ password, code: code.trim() });
    if (outcome.kind === 'done') onDone(outcome.result.recoveryCodes);
  };
  return (
    <Form onSubmit={() => void submit()} refusal={act.refusal} broken={act.broken}>
      <p>{children}</p>
      <TextField
        label={<Trans>Mật khẩu</Trans>}
        name="password"
        type="password"
        autoComplete="current-password"
        autoFocus
        value={password}
        onChange={setPassword}
        error={errorAt(act.refusal, 'password')}
      />
      <TextField
        label={<Trans>Mã xác thực</Trans>}
        hint={<Trans>Sáu chữ số trong ứng dụng đang dùng, hoặc một mã dự phòng.</Trans>}
        name="code"
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
        error={errorAt(act.refusal, 'code')}
      />
      <FormActs>
        <Button onClick={onBack}>
          <Trans>Không, quay lại</Trans>
        </Button>
        <Button type="submit" kind={destructive ? 'destructive' : 'primary'} busy={act.busy}>
          {label}
        </Button>
      </FormActs>
    </Form>
  );
}
