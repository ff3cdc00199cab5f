import { Trans } from '@lingui/react/macro';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { tellBrokenPage } from '../api/broken-page';
import { newKey } from '../api/key';
import { Button } from '../ui/button';
import { PageHead } from '../ui/panel';
import styles from './lost.module.css';

/** An address that nothing stands at. */
export function NotFound() {
  return (
    <main className={styles.lost}>
      <PageHead title={<Trans>Không có trang này</Trans>} tab="404" />
      <p>
        <Trans>Địa chỉ có thể đã gõ sai, hoặc trang đã được chuyển đi. Nếu mở từ một thư hay thông báo, xin báo cho Phòng Nội vụ.</Trans>
      </p>
      <p>
        <Link to="/">
          <Trans>Về trang chủ</Trans>
        </Link>{' '}
        ·{' '}
        <Link to="/home">
          <Trans>Về việc của tôi</Trans>
        </Link>
      </p>
    </main>
  );
}

/** A page that threw: the way on, and an id under which the server's log says what broke. */
export function Broke({ error, reset }: ErrorComponentProps) {
  const [id] = useState(() => newKey().slice(0, 8).toUpperCase());
  const router = useRouter();
  useEffect(() => {
    console.error(id, error);
    tellBrokenPage({ id, page: router.state.matches.at(-1)?.fullPath ?? '', error });
  }, [id, error, router]);
  return (
    <div className={styles.lost}>
      <PageHead title={<Trans>Trang này gặp sự cố</Trans>} tab="500" />
      <p>
        <Trans>
          Nội dung đã nhập vẫn được giữ trên máy này. Tải lại trang; nếu vẫn gặp, báo cho quản trị hệ thống mã sự cố <b>{id}</b>.
        </Trans>
      </p>
      <p>
        <Button
          kind="primary"
          onClick={() => {
            reset();
            location.reload();
          }}
        >
          <Trans>Tải lại trang</Trans>
        </Button>{' '}
        <Link to="/">
          <Trans>Về trang chủ</Trans>
        </Link>{' '}
        ·{' '}
        <Link to="/home">
          <Trans>Về việc của tôi</Trans>
        </Link>
      </p>
    </div>
  );
}
