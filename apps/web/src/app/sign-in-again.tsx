import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useSession } from '../api/session';
import { sessionEnds } from '../api/session-end';
import { SignInForm } from '../features/identity';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';

/** The session has ended while somebody works: the password is asked for in place, and everything that waits goes on. */
export function SignInAgain() {
  const { me } = useSession();
  const [open, setOpen] = useState(false);
  useEffect(() => sessionEnds.watch(setOpen), []);
  if (!open || !me) return null;
  return (
    <Dialog
      title={<Trans>Phiên làm việc đã hết hạn</Trans>}
      firm
      onClose={() => undefined}
      acts={
        <Button
          kind="plain"
          onClick={() => {
            location.assign('/sign-in');
          }}
        >
          <Trans>Đăng nhập bằng tài khoản khác</Trans>
        </Button>
      }
    >
      <p>
        <Trans>Nội dung đang nhập vẫn còn nguyên. Đăng nhập lại để tiếp tục.</Trans>
      </p>
      <SignInForm
        email={me.person.email ?? ''}
        personId={me.person.id}
        onDone={() => {
          sessionEnds.goOn();
        }}
      />
    </Dialog>
  );
}
