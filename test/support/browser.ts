import { Secret, TOTP } from 'otpauth';
import request from 'supertest';
import { PASSWORD } from './factories.js';
import { type Client, type Reply, type RunningContest } from './harness.js';
import { mutation } from './sign-in.js';

const ENROL = mutation('enrolSecondFactor', 'EnrolSecondFactorInput', '... on SecondFactorEnrolment { id secret uri }');
const CONFIRM = mutation('confirmSecondFactor', 'ConfirmSecondFactorInput', '... on SecondFactor { id recoveryCodes recoveryCodesLeft }');
const SIGN_IN = mutation('signIn', 'SignInInput', '... on Session { id } ... on CodeOwed { id }');
const CONFIRM_SIGN_IN = mutation('confirmSignIn', 'ConfirmSignInInput', '... on Session { id }');

/** The code that an authenticator shows now, or so many half minutes from now. */
export function codeOf(contest: RunningContest, secret: string, steps = 0): string {
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: contest.clock.now().getTime() + steps * 30_000 });
}

/** A browser that keeps all its cookies, as people's do. */
export class CookieJar implements Client {
  readonly cookies = new Map<string, string>();

  constructor(private readonly contest: RunningContest) {}

  async send(query: string, variables: Record<string, unknown> = {}): Promise<Reply> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await request(this.contest.app.getHttpServer()).post('/graphql').set({ cookie }).send({ query, variables });
    for (const set of [reply.headers['set-cookie'] ?? []].flat()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (name) this.cookies.set(name, value ?? '');
    }
    return reply.body as Reply;
  }

  async ask(query: string, variables: Record<string, unknown> = {}): Promise<any> {
    const { data, errors } = await this.send(query, variables);
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return Object.values(data)[0];
  }

  /** `Session`, `CodeOwed`, or the code of the refusal. */
  async signIn(email: string, password = PASSWORD): Promise<string> {
    return said(await this.ask(SIGN_IN, { input: { email, password } }));
  }

  async giveCode(code: string): Promise<string> {
    return said(await this.ask(CONFIRM_SIGN_IN, { input: { code } }));
  }

  /** Sets up a second factor. The code of the present half minute is used up by it. */
  async enrol(password = PASSWORD, code?: string): Promise<{ secret: string; uri: string; recoveryCodes: string[] }> {
    const { id: enrolmentId, secret, uri } = await this.ask(ENROL, { input: { password, code } });
    const { recoveryCodes } = await this.ask(CONFIRM, { input: { enrolmentId, code: codeOf(this.contest, secret) } });
    return { secret, uri, recoveryCodes };
  }
}

export const said = (answer: { code?: string; __typename: string }): string => answer.code ?? answer.__typename;
