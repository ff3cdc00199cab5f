import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button, LinkButton } from '../../../ui/button';
import { Form, FormActs } from '../../../ui/form';
import { Note } from '../../../ui/note';
import { CONFIRM_EMAIL } from '../account/email.query';
import { Entrance } from '../entrance';
import { useOneTimeToken } from '../one-time-token';

/** Where the link leads that is mailed to a new address. It is pressed, not followed alone: programs that read mails follow links. */
export function Page() {
  const { t } = useLingui();
  const token = useOneTimeToken();
  const [done, setDone] = useState(false);
  const confirm = useAct(CONFIRM_EMAIL);
  const submit = async () => {
    const outcome = await confirm.run({ token });
    if (outcome.kind === 'done') setDone(true);
  };
  return (
    <Entrance title={t`Xác nhận thư điện tử mới`}>
      {done ? (
        <>
          <Note tone="done" role="status">
            <p>
              <Trans>Đã đổi địa chỉ. Từ nay đăng nhập bằng địa chỉ mới.</Trans>
            </p>
          </Note>
          <p>
            <LinkButton to="/sign-in" kind="primary" size="large">
              <Trans>Đăng nhập</Trans>
            </LinkButton>
          </p>
        </>
      ) : (
        <Form onSubmit={() => void submit()} refusal={confirm.refusal} broken={confirm.broken}>
          <p>
            <Trans>Sau khi xác nhận, tài khoản đăng nhập bằng địa chỉ mới; địa chỉ cũ được báo.</Trans>
          </p>
          <FormActs>
            <Button type="submit" kind="primary" size="large" busy={confirm.busy}>
              <Trans>Xác nhận địa chỉ</Trans>
            </Button>
          </FormActs>
        </Form>
      )}
    </Entrance>
  );
}
