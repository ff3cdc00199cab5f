import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useSession } from '../../../api/session';
import { Entrance } from '../entrance';
import { SignIn } from '../sign-in';

export function Page() {
  const { t } = useLingui();
  const { next } = useSearch({ from: '/public/sign-in' });
  const { renew } = useSession();
  const router = useRouter();
  return (
    <Entrance title={t`Đăng nhập`}>
      <SignIn
        onDone={() => {
          void renew().then(() => {
            router.history.push(next ?? '/home');
          });
        }}
      />
      <p>
        <Link to="/forgotten-password">
          <Trans>Quên mật khẩu</Trans>
        </Link>
      </p>
      <p className="secondary">
        <Trans>Tài khoản do Phòng Nội vụ cấp. Ai chưa có thì liên hệ đơn vị mình hoặc Phòng Nội vụ.</Trans>
      </p>
    </Entrance>
  );
}
