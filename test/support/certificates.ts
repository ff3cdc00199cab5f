import { localDate } from '#lib/kernel';
import { PROPOSE_AWARDS, aDeliberated, published } from './awards.js';
import { type District } from './factories.js';
import { type Client, type RunningContest } from './harness.js';
import { type Judging } from './judging.js';
import { SAVE_TEMPLATE, aTemplate } from './papers.js';
import { mutation } from './sign-in.js';
import { type Twice } from './twice.js';

export const SHOWN = `certificateCode state endedOn endNumber groundNumber groundRevoked fieldsHash printed { superior issuer authority name unitName prize initiative contest
  decisionNumber decidedOn closing place issuedOn signer { on position name } illustrative recognition { authorship reach benefit } } `;
export const CERTIFICATE = `id version prints replacesId replacedById withheldAt canChange canWithhold ${SHOWN}`;
const on = (name: string): string =>
  mutation(name, `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, `... on Certificate { ${CERTIFICATE} }`);
export const [REVOKE, REPLACE, WITHHOLD] = ['revokeCertificate', 'replaceCertificate', 'withholdCertificateName'].map(on) as [
  string,
  string,
  string,
];
export const ISSUE = mutation(
  'issueCertificates',
  'IssueCertificatesInput',
  '... on ContestCertificates { due missing unprinted canIssue }',
);
export const PRINT = mutation('printCertificates', 'PrintCertificatesInput', '... on Job { id state }');
export const PUBLIC_CERTIFICATE = `query ($code: String!) { publicCertificate(certificateCode: $code) { ${SHOWN} } }`;
export const CERTIFICATES = `query ($contestId: ID!) { certificates(contestId: $contestId, first: 50) { edges { node { ${CERTIFICATE} } } } }`;

export const aCertificateTemplate = (unitId: string, changes: Record<string, unknown> = {}): Record<string, unknown> =>
  aTemplate(unitId, 'CERTIFICATE', { symbol: 'GCN', bases: [], recipients: [], ...changes });

export interface Prized extends Judging {
  readonly decisionId: string;
  readonly templateId: string;
}

/** A contest whose prizes are published, with a template of certificates. */
export async function aPrized(contest: RunningContest, district: District, novelty: readonly string[] = ['25', '20']): Promise<Prized> {
  const judging = await aDeliberated(contest, district, { novelty });
  const decision = await judging.organiser.ask(PROPOSE_AWARDS, { input: { contestId: judging.contestId } });
  await published(contest, judging.organiser, { leader: await contest.as(district.people.leader), decision });
  const { id } = await judging.organiser.ask(SAVE_TEMPLATE, { input: aCertificateTemplate(district.units.district) });
  return { ...judging, decisionId: decision.id, templateId: id };
}

/** The same with its certificates, in the order of the prizes. */
export async function aCertified(contest: RunningContest, district: District): Promise<Prized & { certificates: any[] }> {
  const prized = await aPrized(contest, district);
  const { contestId, templateId, organiser } = prized;
  await organiser.ask(ISSUE, { input: { contestId, templateId } });
  return { ...prized, certificates: await certificatesOf(organiser, contestId) };
}

export const certificatesOf = async (client: Client, contestId: string): Promise<any[]> =>
  (await client.ask(CERTIFICATES, { contestId })).edges.map(({ node }: any) => node);

/** Certificates of a prize, one for each, as they lie in the database. */
export async function certificatesOn(
  contest: RunningContest,
  organiser: Client,
  of: { unitId: string; contestId: string; awardId: string; people: readonly [string, string] },
): Promise<Record<string, string>> {
  const { id: templateId } = await organiser.ask(SAVE_TEMPLATE, { input: aCertificateTemplate(of.unitId) });
  const ids = await Promise.all(
    of.people.map(async (personId, at) => {
      const fields = {
        name: 'Lê Thị Ưng',
        unitName: 'Xã An Khánh',
        decidedOn: '2020-01-01',
        closing: [],
        signer: { position: 'Chủ tịch' },
      };
      const [row] = await contest
        .em()
        .getConnection()
        .execute<{ id: string }[]>(
          `insert into certificate (id, code, contest_id, award_id, person_id, template_id, fields, fields_hash, state, issued_at, prints)
          values (gen_random_uuid(), ?, ?, ?, ?, ?, ?::jsonb, repeat('0', 64), 'VALID', now(), 0) returning id`,
          [codeOf(at), of.contestId, of.awardId, personId, templateId, JSON.stringify({ ...WHOLE, ...fields })],
        );
      return row!.id;
    }),
  );
  return { certificateId: ids[0]!, otherCertificateId: ids[1]!, certificateCode: codeOf(0) };
}

const codeOf = (at: number): string => 'ABCDEFGHJKLMNPQRSTUVWXYZ2'.padEnd(26, String(at + 2));
const WHOLE = {
  ...{ superior: null, issuer: 'Ủy ban nhân dân huyện', authority: null, prize: 'Giải Nhất', initiative: 'Một cửa', contest: 'Cuộc thi' },
  ...{ decisionNumber: '12/QĐ-UBND', place: 'Hoài Đức', issuedOn: '2020-01-02', illustrative: true },
};

/** Every mutation on certificates, each sent twice: those of a contest whose prizes are published are issued, printed, and end in each way. */
export async function playCertificates(
  contest: RunningContest,
  twice: Twice,
  { personId, unitId, contestId }: { personId: string; unitId: string; contestId: string },
): Promise<void> {
  const send = (name: string, input: Record<string, unknown>): Promise<any> => twice.send(personId, name, input, 10);
  const client = await contest.as(personId);
  const { id: templateId } = await client.ask(SAVE_TEMPLATE, { input: aCertificateTemplate(unitId) });
  await send('issueCertificates', { contestId, templateId });
  await send('printCertificates', { contestId, certificateIds: null, printForm: 'ONE_FILE', reason: null });
  const [first, second] = await certificatesOf(client, contestId);
  const by = { decisionNumber: '1500/QĐ-UBND', decidedOn: localDate(contest.clock.now()), reason: 'Sai họ tên.' };
  const order = ({ id: certificateId, version }: any) => ({ certificateId, version });
  const anew = await send('replaceCertificate', { ...order(first), ...by, name: 'Lê Thị Ứng', unitName: 'Xã An Khánh' });
  await send('withholdCertificateName', { ...order(anew), reason: 'Người được cấp đề nghị.' });
  await send('revokeCertificate', { ...order(second), ...by });
}
