import './link.css';
import { type FormEvent, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** The pages that one-time links lead to; the token stands behind the `#`, so that no server's log ever has it. */
interface LinkPage {
  readonly title: string;
  readonly subtitle: string;
  readonly fields: readonly Field[];
  readonly mutation: string;
}

interface Field {
  readonly name: string;
  readonly label: string;
  readonly english: string;
  readonly type: 'text' | 'email' | 'password';
  readonly autoComplete: string;
}

const PASSWORD: Field = {
  name: 'password',
  label: 'Mật khẩu mới (ít nhất 10 ký tự)',
  english: 'New password, 10 characters at least',
  type: 'password',
  autoComplete: 'new-password',
};

const ANSWER = '{ __typename ... on Refusal { code message path } }';

const PAGES: Readonly<Record<string, LinkPage>> = {
  '/set-password': {
    title: 'Đặt mật khẩu',
    subtitle: 'Set your password',
    fields: [PASSWORD],
    mutation: `mutation ($input: ResetPasswordInput!) { answer: resetPassword(input: $input) ${ANSWER} }`,
  },
  '/first-administrator': {
    title: 'Tạo tài khoản quản trị đầu tiên',
    subtitle: 'Make the first administrator’s account',
    fields: [
      { name: 'fullName', label: 'Họ và tên', english: 'Full name', type: 'text', autoComplete: 'name' },
      { name: 'email', label: 'Thư điện tử', english: 'E-mail', type: 'email', autoComplete: 'username' },
      {
        name: 'unitNameVi',
        label: 'Tên đơn vị chủ trì',
        english: 'Name of the host unit, in Vietnamese',
        type: 'text',
        autoComplete: 'organization',
      },
      {
        name: 'unitNameEn',
        label: 'Tên đơn vị bằng tiếng Anh',
        english: 'Name of the host unit, in English',
        type: 'text',
        autoComplete: 'off',
      },
      PASSWORD,
    ],
    mutation: `mutation ($input: AcceptFirstAdministratorInput!) { answer: acceptFirstAdministrator(input: $input) ${ANSWER} }`,
  },
};

type Answer = { readonly __typename: string; readonly message?: string; readonly path?: string | null };

const BROKEN: Answer = {
  __typename: 'Refusal',
  message: 'Không gửi được yêu cầu. Hãy thử lại. / The request could not be sent. Try again.',
};

async function send(page: LinkPage, input: Record<string, unknown>): Promise<Answer> {
  try {
    const reply = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: page.mutation, variables: { input } }),
    });
    const { data, errors } = (await reply.json()) as { data?: { answer: Answer }; errors?: { message: string }[] };
    return data?.answer ?? { ...BROKEN, message: errors?.[0]?.message ?? BROKEN.message };
  } catch {
    return BROKEN;
  }
}

function Input({ field, refused }: { readonly field: Field; readonly refused: boolean }) {
  return (
    <label>
      <span>
        {field.label} <small lang="en">{field.english}</small>
      </span>
      <input name={field.name} type={field.type} autoComplete={field.autoComplete} aria-invalid={refused} required />
    </label>
  );
}

function Link({ page }: { readonly page: LinkPage }) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [sending, setSending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]));
    setSending(true);
    setAnswer(await send(page, { ...typed, token: location.hash.slice(1) }));
    setSending(false);
  }

  if (answer && answer.__typename !== 'Refusal') {
    return (
      <p role="status">
        Đã xong. Từ nay đồng chí đăng nhập bằng thư điện tử và mật khẩu này.{' '}
        <small lang="en">Done. From now on, sign in with your e-mail address and this password.</small>
      </p>
    );
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <h1>
        {page.title} <small lang="en">{page.subtitle}</small>
      </h1>
      {page.fields.map((field) => (
        <Input key={field.name} field={field} refused={answer?.path === field.name} />
      ))}
      {answer && <p role="alert">{answer.message}</p>}
      <button disabled={sending}>
        Xác nhận <small lang="en">Confirm</small>
      </button>
    </form>
  );
}

const page = PAGES[location.pathname];
const root = document.getElementById('link');
if (root && page) createRoot(root).render(<Link page={page} />);
