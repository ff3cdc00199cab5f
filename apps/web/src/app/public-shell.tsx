import { Trans, useLingui } from '@lingui/react/macro';
import { Link, Outlet } from '@tanstack/react-router';
import { useSession } from '../api/session';
import { LinkButton } from '../ui/button';
import { Brand } from './brand';
import { LanguageChoice } from './language-choice';
import styles from './public-shell.module.css';

/** Around every page that anyone may read. */
export function PublicShell() {
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        <Trans>Đến nội dung chính</Trans>
      </a>
      <Head />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <Foot />
    </div>
  );
}

function Head() {
  const { t } = useLingui();
  const { me } = useSession();
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <Link to="/" className={styles.brand}>
          <Brand leads={t`trang chủ`} />
        </Link>
        <nav className={styles.nav} aria-label={t`Trang công khai`}>
          <Link to="/winners">
            <Trans>Kết quả các năm</Trans>
          </Link>
          <Link to="/in-use">
            <Trans>Nơi đang áp dụng</Trans>
          </Link>
          <Link to="/procedures">
            <Trans>Thủ tục</Trans>
          </Link>
          <Link to="/check-result">
            <Trans>Kiểm chứng</Trans>
          </Link>
        </nav>
        <div className={styles.side}>
          <LanguageChoice />
          {me ? (
            <LinkButton to="/home">
              <Trans>Việc của tôi</Trans>
            </LinkButton>
          ) : (
            <LinkButton to="/sign-in">
              <Trans>Đăng nhập</Trans>
            </LinkButton>
          )}
        </div>
      </div>
    </header>
  );
}

function Foot() {
  const { t } = useLingui();
  return (
    <footer className={styles.foot}>
      <p>
        <Trans>Cơ quan chủ trì: Phòng Nội vụ. Nội dung có nhãn “Dữ liệu minh họa” là giả định.</Trans>
      </p>
      <nav aria-label={t`Về trang này`}>
        <Link to="/citizens-voice">
          <Trans>Người dân đánh giá</Trans>
        </Link>
        <Link to="/titles">
          <Trans>Danh hiệu thi đua</Trans>
        </Link>
        <Link to="/accessibility">
          <Trans>Khả năng tiếp cận</Trans>
        </Link>
        <Link to="/privacy">
          <Trans>Dữ liệu cá nhân</Trans>
        </Link>
        <Link to="/check-result">
          <Trans>Kiểm chứng kết quả</Trans>
        </Link>
      </nav>
    </footer>
  );
}
