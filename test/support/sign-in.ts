import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import request from 'supertest';
import { type District, PASSWORD, aPerson } from './factories.js';
import { type Client, type RunningContest } from './harness.js';

const REFUSAL = '... on Refusal { code path message }';

/** A mutation of one input that asks for these fields, or for the refusal. */
export const mutation = (name: string, input: string, fields: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { __typename ${fields} ${REFUSAL} } }`;

export const ME =
  '{ me { id roles permissions { name unitIds } person { fullName email unit { nameVi } positions { titleVi heads } grants { role validTo unit { id } } } } }';

export const SIGN_IN = mutation('signIn', 'SignInInput', '... on Session { id kind current }');

/** Signing in as a browser does: what was answered, and the cookie that came with it. */
export async function signIn(
  contest: RunningContest,
  email: string,
  password = PASSWORD,
  headers: Record<string, string> = {},
): Promise<{ body: any; cookie: string | null; header: string }> {
  const reply = await request(contest.app.getHttpServer())
    .post('/graphql')
    .set(headers)
    .send({ query: SIGN_IN, variables: { input: { email, password } } });
  const header = [reply.headers['set-cookie'] ?? ''].flat().join();
  return { body: reply.body.data.signIn, header, cookie: /phien=([^;]+)/.exec(header)?.[1] ?? null };
}

/** A browser somewhere: its address as a trusted proxy tells it, and the device cookie that it was given, if it was. */
export class Browser {
  constructor(
    private readonly contest: RunningContest,
    private readonly from = '198.51.100.1',
    private device: string | null = null,
  ) {}

  headers(): Record<string, string> {
    return { 'x-forwarded-for': this.from, ...(this.device && { cookie: `thiet-bi=${this.device}` }) };
  }

  /** `Session`, or the code of the refusal. */
  async signIn(email: string, password = PASSWORD): Promise<string> {
    const { body, header } = await signIn(this.contest, email, password, this.headers());
    this.keep(header);
    return (body.code ?? body.__typename) as string;
  }

  /** The same again and again, in turn. */
  async guess(email: string, times: number): Promise<string[]> {
    const answers: string[] = [];
    for (let i = 0; i < times; i += 1) answers.push(await this.signIn(email, 'not-the-password'));
    return answers;
  }

  /** The one root field of the reply. */
  async send(query: string, variables: Record<string, unknown>): Promise<any> {
    const reply = await request(this.contest.app.getHttpServer()).post('/graphql').set(this.headers()).send({ query, variables });
    this.keep([reply.headers['set-cookie'] ?? ''].flat().join());
    return Object.values(reply.body.data as object)[0];
  }

  keep(setCookie: string): void {
    this.device = /thiet-bi=([^;]+)/.exec(setCookie)?.[1] ?? this.device;
  }
}

export const withCookie = (contest: RunningContest, cookie: string | null): Client => contest.client({ cookie: `phien=${cookie ?? ''}` });

let serial = 0;

/** Somebody of the finance department with a password, and an address nobody else has. */
export async function someone(contest: RunningContest, district: District): Promise<{ id: string; email: string }> {
  serial += 1;
  const email = `someone${String(serial)}@example.vn`;
  return { id: await aPerson(contest, { unitId: district.units.finance, role: 'SUBMITTER', email, password: PASSWORD }), email };
}

/** The text of the newest mail to an address, of those left in the folder. */
export async function lastMailTo(contest: RunningContest, address: string): Promise<string> {
  await contest.drain();
  await contest.tick();
  const folder = join(contest.config.dataDir, 'mail');
  const mails = await Promise.all((await readdir(folder)).map(async (file) => simpleParser(await readFile(join(folder, file)))));
  const own = mails.filter((mail) => JSON.stringify(mail.to).includes(address)).sort((a, b) => Number(a.date) - Number(b.date));
  return own.at(-1)?.text ?? '';
}

export const tokenIn = (mail: string): string => /(?:set-password|confirm-email)#([\w-]+)/.exec(mail)?.[1] ?? '';
