import { Trans } from '@lingui/react/macro';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { useState } from 'react';
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

/** A page that threw: the way on, and an id by which it can be told to who runs the platform. */
export function Broke({ error, reset }: ErrorComponentProps) {
  const [id] = useState(() => newKey().slice(0, 8).toUpperCase());
  console.error(id, error);
  return (
    <main className={styles.lost}>
      <PageHead title={<Trans>Trang này gặp sự cố</Trans>} tab="500" />
      <p>
        <Trans>Nội dung đã nhập vẫn được giữ trên máy này. Xin tải lại trang; nếu vẫn gặp, báo cho quản trị hệ thống mã sự cố {id}.</Trans>
      </p>
      <p className="caption">{error instanceof Error ? error.message : String(error)}</p>
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
        </Link>
      </p>
    </main>
  );
}
