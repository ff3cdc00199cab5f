import 'graphiql/style.css';
import 'graphiql/setup-workers/vite';
import './explorer.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';

const START = `# Đăng nhập trước, bằng một tài khoản mà \`npm start\` in ra; phiên nằm trong cookie của trình duyệt.
# Sign in first, with one of the accounts that \`npm start\` printed; the session is kept in the browser's cookie.
mutation SignIn {
  signIn(input: { email: "organiser@hoaiduc.demo", password: "" }) {
    __typename
    ... on Refusal { code message }
  }
}

query WhoAmI {
  me { id fullName permissions }
}
`;

const fetcher = createGraphiQLFetcher({ url: '/graphql' });
const root = document.getElementById('explorer');
if (root) createRoot(root).render(<GraphiQL fetcher={fetcher} defaultQuery={START} />);
