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
  '{ me { id roles permissions { name unitIds } person { fullName email unit { nameVi } positions { titleVi isHead } grants { role validTo unit { id } } } } }';

export const SIGN_IN = mutation('signIn', 'SignInInput', '... on Session { id kind isCurrent }');

/** Signing in as a browser does: what was answered, and the cookie that came with it. */
export async function signIn(
  contest: RunningContest,
  email: string,
  password = PASSWORD,
): Promise<{ body: any; cookie: string | null; header: string }> {
  const reply = await request(contest.app.getHttpServer())
    .post('/graphql')
    .send({ query: SIGN_IN, variables: { input: { email, password } } });
  const header = [reply.headers['set-cookie'] ?? ''].flat().join();
  return { body: reply.body.data.signIn, header, cookie: /phien=([^;]+)/.exec(header)?.[1] ?? null };
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

export const tokenIn = (mail: string): string => /set-password#([\w-]+)/.exec(mail)?.[1] ?? '';
