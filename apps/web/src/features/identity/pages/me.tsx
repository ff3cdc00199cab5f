import { useLingui } from '@lingui/react/macro';
import { Bar } from '../../../ui/bar';
import { PageHead } from '../../../ui/panel';
import styles from '../account/account.module.css';
import { EmailPanel } from '../account/email';
import { MyDataPanel } from '../account/my-data';
import { PasswordPanel } from '../account/password';
import { ProfilePanel } from '../account/profile';
import { SecondFactorPanel } from '../account/second-factor';
import { SessionsPanel } from '../account/sessions';
import { TokensPanel } from '../account/tokens';

/** One's account: who one is here, how one comes in, from where, and what is kept. */
export function Page() {
  const { t } = useLingui();
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Tài khoản` }]} />
      <PageHead title={t`Tài khoản`} />
      <div className={styles.page}>
        <ProfilePanel />
        <EmailPanel />
        <PasswordPanel />
        <SecondFactorPanel />
        <SessionsPanel />
        <TokensPanel />
        <MyDataPanel />
      </div>
    </>
  );
}
