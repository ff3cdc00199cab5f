import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/first-words.css';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { RouterProvider } from '@tanstack/react-router';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { createApiClient } from '../api/client';
import { chosenLanguage, speak, withTexts } from '../api/language';
import { Toasts } from '../ui/toast';
import { SignInAgain } from './sign-in-again';
import { createAppRouter } from './router';
import { Session, SessionProvider } from './session';
import { texts } from './texts';

const client = createApiClient();
const session = new Session(client);
const router = createAppRouter({ client, session });

// Whoever listens is told of the new page by its heading.
router.subscribe('onResolved', ({ pathChanged, fromLocation }) => {
  if (pathChanged && fromLocation) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
});

const language = chosenLanguage();
i18n.loadAndActivate({ locale: language, messages: {} });
await withTexts(texts);
await speak(language);

// What the server said of a page stands over it until it is there.
router.subscribe('onRendered', () => document.querySelector('.first-words')?.remove());

const place = document.getElementById('root');
if (place) {
  // In steps that leave room for a press.
  startTransition(() => {
    createRoot(place).render(
      <I18nProvider i18n={i18n}>
        <Provider value={client}>
          <SessionProvider session={session}>
            <Toasts>
              <RouterProvider router={router} />
              <SignInAgain />
            </Toasts>
          </SessionProvider>
        </Provider>
      </I18nProvider>,
    );
  });
}

// What waits on this machine for somebody who does not come back ends with whoever opens it next.
setTimeout(() => {
  // Without a network it is cleared away the next time.
  import('../api/unsent').then(({ clearOld }) => clearOld()).catch(() => undefined);
}, 5000);
