import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Bell as NoticeBell } from '../features/notice';
import { Icon } from '../ui/icon';
import { Menu } from '../ui/icons';
import { BarProvider, BarPlace } from '../ui/bar';
import { Brand } from './brand';
import { Help } from './help';
import { Page as Keeping } from './keeping';
import { Palette } from './palette';
import { PersonMenu } from './person-menu';
import { usePlaces } from './places';
import styles from './shell.module.css';

/** Around the pages of people who are signed in: where they can go, where they are, what they may be told. */
export function Page() {
  const { t } = useLingui();
  return (
    <BarProvider>
      <div className={styles.shell}>
        <a className={styles.skip} href="#content">
          <Trans>Đến nội dung chính</Trans>
        </a>
        <nav className={styles.rail} aria-label={t`Trang của tôi`}>
          <Link to="/home" className={styles.brand}>
            <Brand leads={t`việc của tôi`} />
          </Link>
          <Places id="rail" />
        </nav>
        <div className={styles.main}>
          <header className={styles.bar}>
            <MenuOnPhone />
            <BarPlace />
            <Palette />
            <Help />
            <NoticeBell />
            <PersonMenu />
          </header>
          <main id="content" tabIndex={-1} className={styles.content}>
            <Keeping />
          </main>
        </div>
      </div>
    </BarProvider>
  );
}

/** In groups, each a list under its heading; the narrow rail parts them by a line. */
function Places({ id }: { readonly id: string }) {
  return (
    <>
      {usePlaces().map(({ key, heading, places }) => (
        <div key={key} className={styles.group}>
          {heading !== undefined && (
            <p id={`${id}-${key}`} className={styles.heading}>
              {heading}
            </p>
          )}
          <ul className={styles.places} aria-labelledby={heading === undefined ? undefined : `${id}-${key}`}>
            {places.map(({ to, params, icon, label, exact }) => (
              <li key={label}>
                <Link
                  to={to}
                  params={params}
                  className={styles.place}
                  activeProps={{ 'aria-current': 'page' }}
                  activeOptions={{ exact }}
                  title={label}
                >
                  <Icon of={icon} size={18} />
                  <span>{label}</span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function MenuOnPhone() {
  const { t } = useLingui();
  return (
    <>
      <button type="button" className={styles.menu} popoverTarget="places" aria-label={t`Mở danh mục`}>
        <Icon of={Menu} size={20} />
      </button>
      <div id="places" popover="auto" className={styles.drawer}>
        <nav
          aria-label={t`Trang của tôi, danh mục`}
          onClick={(event) => {
            if ((event.target as HTMLElement).closest('a')) document.getElementById('places')?.hidePopover();
          }}
        >
          <Places id="menu" />
        </nav>
      </div>
    </>
  );
}
