import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '../api/graphql';
import { sessionEnds } from '../api/session-end';
import { useMe } from '../api/session';
import { unsentStore } from '../api/unsent';
import { Confirm } from '../ui/confirm';
import { Icon } from '../ui/icon';
import { ChevronDown, Clock, Person, SignOut } from '../ui/icons';
import { named } from '../ui/format';
import { Segments } from '../ui/segments';
import { type TextSize, type Theme, chosenTextSize, chosenTheme, setTextSize, setTheme } from './device';
import { LanguageChoice } from './language-choice';
import styles from './person-menu.module.css';

const SIGN_OUT = graphql(`
  mutation SignOut($input: SignOutInput!) {
    answer: signOut(input: $input) {
      __typename
    }
  }
`);

/** Who one is here, how the pages look, and the way out. */
export function PersonMenu() {
  const { person } = useMe();
  return (
    <>
      <button type="button" className={styles.who} popoverTarget="person-menu">
        <span className={styles.initials} aria-hidden="true">
          {initials(person.fullName)}
        </span>
        <span className={styles.name}>
          {person.fullName}
          {person.unit && <small>{named(person.unit)}</small>}
          <span className="visually-hidden">
            <Trans>mở danh mục cá nhân</Trans>
          </span>
        </span>
        <Icon of={ChevronDown} />
      </button>
      <div id="person-menu" popover="auto" className={styles.menu}>
        <p className={styles.title}>
          <strong>{person.fullName}</strong>
          <span className="caption">{person.email}</span>
        </p>
        <Look />
        <ul>
          <li>
            <Link
              to="/me"
              onClick={() => {
                document.getElementById('person-menu')?.hidePopover();
              }}
            >
              <Icon of={Person} size={18} />
              <Trans>Tài khoản của tôi</Trans>
            </Link>
          </li>
          <li>
            <Link
              to="/me/jobs"
              onClick={() => {
                document.getElementById('person-menu')?.hidePopover();
              }}
            >
              <Icon of={Clock} size={18} />
              <Trans>Việc máy đang làm</Trans>
            </Link>
          </li>
          <li>
            <SignOutButton />
          </li>
        </ul>
      </div>
    </>
  );
}

function Look() {
  const { t } = useLingui();
  const [theme, chooseTheme] = useState(chosenTheme);
  const [size, chooseSize] = useState(chosenTextSize);
  return (
    <div className={styles.look}>
      <div>
        <span>
          <Trans>Ngôn ngữ</Trans>
        </span>
        <LanguageChoice />
      </div>
      <div>
        <span>
          <Trans>Nền</Trans>
        </span>
        <Segments<Theme>
          label={t`Nền`}
          value={theme}
          onChange={(next) => {
            chooseTheme(next);
            setTheme(next);
          }}
          choices={[
            { value: 'light', label: t`Sáng` },
            { value: 'dark', label: t`Tối` },
            { value: 'system', label: t`Theo máy` },
          ]}
        />
      </div>
      <div>
        <span>
          <Trans>Cỡ chữ</Trans>
        </span>
        <Segments<TextSize>
          label={t`Cỡ chữ`}
          value={size}
          onChange={(next) => {
            chooseSize(next);
            setTextSize(next);
          }}
          choices={[
            { value: 'normal', label: t`Thường` },
            { value: 'large', label: t`Lớn` },
          ]}
        />
      </div>
    </div>
  );
}

/** What was not sent is asked about first; it stays closed on this machine until its person is back. */
function SignOutButton() {
  const client = useClient();
  const { id } = useMe();
  const [unsent, setUnsent] = useState(0);
  const leave = async () => {
    sessionEnds.guard(false);
    await client.mutation(SIGN_OUT, { input: {} }).toPromise();
    // Nothing of one person stays in the page for the next.
    location.assign('/sign-in');
  };
  const ask = async () => {
    unsentStore.begin(id);
    const count = await unsentStore.count();
    if (count > 0) setUnsent(count);
    else await leave();
  };
  return (
    <>
      <button type="button" onClick={() => void ask()}>
        <Icon of={SignOut} size={18} />
        <Trans>Đăng xuất</Trans>
      </button>
      {unsent > 0 && (
        <Confirm
          title={<Trans>Còn nội dung chưa gửi</Trans>}
          act={<Trans>Vẫn đăng xuất</Trans>}
          keep={<Trans>Ở lại để gửi</Trans>}
          busy={false}
          refusal={null}
          broken={null}
          onAct={() => void leave()}
          onClose={() => {
            setUnsent(0);
          }}
        >
          <p>
            <Plural
              value={unsent}
              one="Có # nơi còn nội dung đã nhập mà hệ thống chưa nhận."
              other="Có # nơi còn nội dung đã nhập mà hệ thống chưa nhận."
            />
          </p>
          <p>
            <Trans>
              Nếu đăng xuất, nội dung ấy được khóa và giữ trên máy này nhiều nhất 14 ngày; chỉ ông/bà mở được, khi đăng nhập lại trên chính
              máy này.
            </Trans>
          </p>
        </Confirm>
      )}
    </>
  );
}

/** First letters of the family name and of the name one is called by. */
function initials(fullName: string): string {
  const words = fullName.trim().split(/\s+/);
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
}
