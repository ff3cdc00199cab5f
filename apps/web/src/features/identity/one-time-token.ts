import { useState } from 'react';

/** The token stands behind the `#`, so that no server's log ever has it; it is taken out of the address, and so of the browser's history. */
export function useOneTimeToken(): string {
  const [token] = useState(() => {
    const found = location.hash.slice(1);
    if (found) history.replaceState(history.state, '', location.pathname);
    return found;
  });
  return token;
}
