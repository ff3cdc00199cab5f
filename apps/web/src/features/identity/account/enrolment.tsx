import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';
import { useMe } from '../../../api/session';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { QrCode } from '../../../ui/qr-code';
import styles from './account.module.css';

const ENROL = graphql(
  `
    mutation EnrolSecondFactor($input: EnrolSecondFactorInput!) {
      answer: enrolSecondFactor(input: $input) {
        __typename
        ... on SecondFactorEnrolment {
          id
          secret
          uri
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

const CONFIRM = graphql(
  `
    mutation ConfirmSecondFactor($input: ConfirmSecondFactorInput!) {
      answer: confirmSecondFactor(input: $input) {
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

interface EnrolmentProps {
  readonly onDone: (codes: readonly string[] | null) => void;
  readonly onBack: () => void;
}

interface Secret {
  readonly id: string;
  readonly secret: string;
  readonly uri: string;
}

/** The password, then the code to scan, then six figures as proof that the phone has it. */
export function Enrolment({ onDone, onBack }: EnrolmentProps) {
  const [made, setMade] = useState<Secret | null>(null);
  return made ? <Scan made={made} onDone={onDone} onBack={onBack} /> : <Begin onMade={setMade} onBack={onBack} />;
}

function Begin({ onMade, onBack }: { readonly onMade: (made: Secret) => void; readonly onBack: () => void }) {
  const { secondFactor } = useMe();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const enrol = useAct(ENROL);
  const submit = async () => {
    const outcome = await enrol.run({ password, code: secondFactor.confirmedAt ? code.trim() : null });
    if (outcome.kind !== 'done') return;
    const { id, secret, uri } = outcome.result;
    if (secret && uri) onMade({ id, secret, uri });
  };
  return (
    <Form onSubmit={() => void submit()} refusal={enrol.refusal} broken={enrol.broken}>
      <TextField
        label={<Trans>Mật khẩu</Trans>}
        name="password"
        type="password"
        autoComplete="current-password"
        autoFocus
        value={password}
        onChange={setPassword}
        error={errorAt(enrol.refusal, 'password')}
      />
      {secondFactor.confirmedAt && (
        <TextField
          label={<Trans>Mã xác thực hiện tại</Trans>}
          hint={<Trans>Sáu chữ số trong ứng dụng đang dùng, hoặc một mã dự phòng.</Trans>}
          name="code"
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
          error={errorAt(enrol.refusal, 'code')}
        />
      )}
      <FormActs>
        <Button type="submit" kind="primary" busy={enrol.busy}>
          <Trans>Tiếp tục</Trans>
        </Button>
        <Button onClick={onBack}>
          <Trans>Để sau</Trans>
        </Button>
      </FormActs>
    </Form>
  );
}

function Scan({ made, onDone, onBack }: EnrolmentProps & { readonly made: Secret }) {
  const { t } = useLingui();
  const [code, setCode] = useState('');
  const confirm = useAct(CONFIRM);
  const submit = async () => {
    const outcome = await confirm.run({ enrolmentId: made.id, code: code.trim() });
    if (outcome.kind === 'done') onDone(outcome.result.recoveryCodes ?? null);
  };
  return (
    <Form onSubmit={() => void submit()} refusal={confirm.refusal} broken={confirm.broken}>
      <div className={styles.scan}>
        <QrCode of={made.uri} label={t`Mã QR để quét bằng ứng dụng xác thực`} />
        <div>
          <p>
            <Trans>Quét mã này bằng một ứng dụng xác thực trên điện thoại, rồi nhập sáu chữ số mà ứng dụng hiện ra.</Trans>
          </p>
          <p className="secondary">
            <Trans>Không quét được thì gõ khóa này vào ứng dụng:</Trans>
          </p>
          <p className={styles.secret}>{made.secret.match(/.{1,4}/g)?.join(' ')}</p>
        </div>
      </div>
      <TextField
        label={<Trans>Mã xác thực</Trans>}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        value={code}
        onChange={setCode}
        error={errorAt(confirm.refusal, 'code')}
      />
      <FormActs>
        <Button type="submit" kind="primary" busy={confirm.busy}>
          <Trans>Xác nhận</Trans>
        </Button>
        <Button onClick={onBack}>
          <Trans>Để sau</Trans>
        </Button>
      </FormActs>
    </Form>
  );
}
