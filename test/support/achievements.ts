import { SYSTEM, randomId } from '#lib/kernel';
import { TitleService } from '#lib/emulation';
import { type District, aPerson } from './factories.js';
import { type RunningContest } from './harness.js';
import { aHead } from './heads.js';
import { mutation } from './sign-in.js';
import { type Twice } from './twice.js';

const NAMED = 'id kind { id kindCode } year decisionNumber';
export const SHOWN = `id version state source year without detail decisionNumber decidedOn issuer person { id fullName } kind { id kindCode } unit { id } unitThen { id }
  basedOn { ${NAMED} } declaredByName settledByName rejectionReason revocationNumber revocationReason withdrawalReason
  whyNotConfirm { code } whyNotReject { code } whyNotRevoke { code } whyNotWithdraw { code } whyNotAttach { code }`;
export const act = (name: string, on = 'Achievement', shown = SHOWN): string =>
  mutation(name, `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, `... on ${on} { ${shown} }`);
export const ACHIEVEMENTS = `query ($mine: Boolean, $states: [AchievementState!]) { achievements(first: 50, mine: $mine, states: $states) {
  totalCount edges { node { ${SHOWN} } } } }`;
export const ELIGIBILITY = `query ($personId: ID, $kindId: ID!, $lastYear: Int!) { titleEligibility(personId: $personId, kindId: $kindId, lastYear: $lastYear) {
  verdict held ruleNumber unchecked links { years verdict kinds { kindCode } found { year finding records { ${NAMED} } } } } }`;
export const HOLD = 'id version ground startsOn endsOn inForce person { id } whyNotEnd { code }';
export const HOLDS = `{ holds(first: 50) { totalCount edges { node { ${HOLD} } } } }`;

export const A_TITLE = {
  nameVi: 'Chiến sĩ thi đua cơ sở',
  nameEn: 'Emulation soldier at the grassroots',
  level: 'DISTRICT',
  multiple: false,
  startsOn: '2004-01-01',
  legalBasis: 'Luật Thi đua, khen thưởng',
} as const;

export const aTitle = async (contest: RunningContest, kindCode: string, more: object = {}): Promise<string> =>
  (await contest.get(TitleService).enterTitleKind(SYSTEM, { ...A_TITLE, kindCode, ...more })).id;

export const aDeclared = (kindId: string, year: number, more: object = {}): object => ({
  ...{ kindId, year, decisionNumber: `${String(year)}/QĐ-UBND`, decidedOn: `${String(year)}-12-20`, issuer: 'Ủy ban nhân dân huyện' },
  ...more,
});

const COLUMNS =
  'id, person_id, kind_id, year, without, single, unit_id, unit_then_id, based_on, source, declared_by_id, declared_at, illustrative';

/** A title, and what a district asks for it. */
export async function aRuledTitle(contest: RunningContest, unitId: string): Promise<string> {
  const kindId = await aTitle(contest, 'CSTD_CO_SO');
  const links = [{ kindIds: [kindId], years: 3 }];
  await contest.get(TitleService).enterEligibilityRule(SYSTEM, { kindId, unitId, links, legalBasis: A_TITLE.legalBasis });
  return kindId;
}

/** A title with one that waits, one that is confirmed and a rule of it, and a hold about somebody else; ids by the names of the API. */
export async function theirAchievements(
  contest: RunningContest,
  { units, people }: District,
): Promise<Readonly<Record<'achievementId' | 'confirmedId' | 'holdId' | 'titleKindId', string>>> {
  const titleKindId = await aRuledTitle(contest, units.district);
  const rows = (statement: string, values: unknown[]) => contest.em().getConnection().execute(statement, values);
  const [achievementId, confirmedId, holdId] = [randomId(), randomId(), randomId()];
  const of = (id: string, year: number) => [id, people.submitter, titleKindId, year, units.finance, units.finance, people.submitter];
  const values = `?, ?, ?, ?, false, true, ?, ?, '[]', 'OWN', ?, '2024-01-02', false`;
  await rows(
    `insert into achievement (${COLUMNS}, state, decision_number, decided_on, issuer) values (${values}, 'DECLARED', '1/QĐ', '2019-12-20', 'UBND huyện')`,
    of(achievementId, 2019),
  );
  await rows(
    `insert into achievement (${COLUMNS}, state, decision_number, decided_on, issuer, settled_at) values (${values}, 'CONFIRMED', '2/QĐ', '2018-12-20', 'UBND huyện', '2024-01-03')`,
    of(confirmedId, 2018),
  );
  await rows(
    `insert into hold (id, subject_id, starts_on, ground, illustrative) values (?, ?, '2020-01-01', 'Đơn thư đang xác minh.', false)`,
    [...[holdId, people.submitter]],
  );
  return { achievementId, confirmedId, holdId, titleKindId };
}

/** Every mutation on achievements, titles and holds, each sent twice. */
export async function playAchievements(contest: RunningContest, twice: Twice, { units, people }: District): Promise<void> {
  const { organiser } = people;
  const send = (name: string, input: Record<string, unknown>, by = organiser): Promise<any> => twice.send(by, name, input, 10);
  const head = await aHead(contest, units.anKhanh);
  const official = await aPerson(contest, { unitId: units.anKhanh });
  const kind = await send('enterTitleKind', { ...A_TITLE, kindCode: 'LAO_DONG_TIEN_TIEN' });
  const kindId = kind.id as string;
  const links = [{ kindIds: [kindId], years: 2 }];
  await send('enterEligibilityRule', { kindId, unitId: units.district, links, legalBasis: A_TITLE.legalBasis });
  const [first, second] = [
    await send('declareAchievement', { ...aDeclared(kindId, 2023) }, official),
    await send('declareAchievement', { ...aDeclared(kindId, 2022) }, official),
  ];
  const of = (one: any) => ({ achievementId: one.id as string, version: 1 });
  const wrong = await send('declareAchievement', { ...aDeclared(kindId, 2021) }, official);
  await send('withdrawAchievement', { ...of(wrong), reason: 'Kê khai nhầm.' }, official);
  await send('rejectAchievement', { ...of(second), reason: 'Không có quyết định.' }, head.id);
  const confirmed = await send('confirmAchievement', of(first), head.id);
  const revocation = { decisionNumber: '9/QĐ-UBND', decidedOn: '2026-01-05', reason: 'Kê khai sai.' };
  await send('revokeAchievement', { ...of(first), version: confirmed.version, ...revocation });
  await send('endTitleKind', { kindId, version: kind.version, endsOn: '2025-12-31' });
  const hold = await send('placeHold', { personId: official, startsOn: '2026-01-05', ground: 'Đang xem xét kỷ luật.' });
  await send('endHold', { holdId: hold.id, version: hold.version, endsOn: '2026-02-01', reason: 'Đã giải quyết xong đơn.' });
}
