/** Where the year is played, and with what everybody signs in. */
export interface Settings {
  readonly url: string;
  readonly password: string;
}

// That of the demo accounts, as `npm start` prints it.
const DEMO_PASSWORD = 'sang-kien-2023';

/** `WALKTHROUGH_URL` and `WALKTHROUGH_PASSWORD`; without them the server of `npm start` and its demo accounts. */
// eslint-disable-next-line no-restricted-properties -- a program of its own, which has nothing of the server's configuration
export function readSettings(environment: Readonly<Record<string, string | undefined>> = process.env): Settings {
  return {
    url: (environment.WALKTHROUGH_URL || 'http://localhost:3000').replace(/\/+$/, ''),
    password: environment.WALKTHROUGH_PASSWORD || DEMO_PASSWORD,
  };
}
