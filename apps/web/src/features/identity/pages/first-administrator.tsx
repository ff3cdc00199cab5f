import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';
import { Button, LinkButton } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { Form, FormActs, fieldProps } from '../../../ui/form';
import { Note } from '../../../ui/note';
import { Entrance } from '../entrance';
import { useOneTimeToken } from '../one-time-token';

const ACCEPT = graphql(
  `
    mutation AcceptFirstAdministrator($input: AcceptFirstAdministratorInput!) {
      answer: acceptFirstAdministrator(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

const NOTHING = { fullName: '', email: '', unitNameVi: '', unitNameEn: '', password: '' };

export function Page() {
  const { t } = useLingui();
  const token = useOneTimeToken();
  const [typed, setTyped] = useState(NOTHING);
  const [done, setDone] = useState(false);
  const accept = useAct(ACCEPT);
  const field = fieldProps(typed, setTyped, accept.refusal);
  const submit = async () => {
    const outcome = await accept.run({ ...typed, token });
    if (outcome.kind === 'done') setDone(true);
  };
  if (done) {
    return (
      <Entrance title={t`Tài khoản quản trị đã sẵn sàng`}>
        <Note tone="done" role="status">
          <p>
            <Trans>Đăng nhập bằng thư điện tử và mật khẩu vừa đặt để khai báo đơn vị, con người và chỉ định lãnh đạo.</Trans>
          </p>
        </Note>
        <p>
          <LinkButton to="/sign-in" kind="primary" size="large">
            <Trans>Đăng nhập</Trans>
          </LinkButton>
        </p>
      </Entrance>
    );
  }
  return (
    <Entrance title={t`Tạo tài khoản quản trị đầu tiên`}>
      <Form onSubmit={() => void submit()} refusal={accept.refusal} broken={accept.broken}>
        <TextField label={<Trans>Họ và tên</Trans>} autoComplete="name" {...field('fullName')} />
        <TextField label={<Trans>Thư điện tử</Trans>} type="email" autoComplete="username" {...field('email')} />
        <TextField
          label={<Trans>Tên đơn vị chủ trì</Trans>}
          hint={<Trans>Ví dụ: Huyện Hoài Đức</Trans>}
          autoComplete="organization"
          {...field('unitNameVi')}
        />
        <TextField label={<Trans>Tên đơn vị bằng tiếng Anh</Trans>} autoComplete="off" {...field('unitNameEn')} />
        <TextField
          label={<Trans>Mật khẩu</Trans>}
          hint={<Trans>Ít nhất 10 ký tự; một câu ngắn dễ nhớ là tốt nhất.</Trans>}
          type="password"
          autoComplete="new-password"
          {...field('password')}
        />
        <FormActs>
          <Button type="submit" kind="primary" size="large" busy={accept.busy}>
            <Trans>Tạo tài khoản</Trans>
          </Button>
        </FormActs>
      </Form>
    </Entrance>
  );
}
