import 'graphiql/style.css';
import 'graphiql/setup-workers/vite';
import './explorer.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';

const START = `# Đăng nhập bằng tài khoản mà npm start in ra.
# Sign in with an account that npm start printed.
mutation SignIn {
  signIn(input: { email: "secretary@hoaiduc.demo", password: "" }) {
    __typename
    ... on Refusal { code message }
  }
}

query WhoAmI {
  me {
    person { fullName email }
    roles
    permissions { name }
  }
}

query Winners {
  winners(first: 20) {
    totalCount
    edges { node { contest { year } tier { nameVi } initiative { title } unit { nameVi } authors { person { fullName } } } }
  }
}
`;

const fetcher = createGraphiQLFetcher({ url: '/graphql' });
const root = document.getElementById('explorer');
if (root) createRoot(root).render(<GraphiQL fetcher={fetcher} defaultQuery={START} />);
