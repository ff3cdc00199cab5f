import { useEffect, useState } from 'react';
import { withTexts } from '../../api/language';
import { SignIn } from './sign-in';
import { texts } from './texts';

/** The form in place of a session that ended; whoever else signs in begins anew at their own home. */
export function SignInForm({
  email,
  personId,
  onDone,
}: {
  readonly email: string;
  readonly personId: string;
  readonly onDone: () => void;
}) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void withTexts(texts).then(() => {
      setReady(true);
    });
  }, []);
  if (!ready) return null;
  return (
    <SignIn
      email={email}
      onDone={(me) => {
        if (me === personId) onDone();
        else location.assign('/home');
      }}
    />
  );
}
