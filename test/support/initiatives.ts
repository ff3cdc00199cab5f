import { type AuthorShare } from '#domain/initiative';
import { DraftService, type InitiativeRow, SubmissionService } from '#lib/initiative';
import { SYSTEM } from '#lib/kernel';
import { type RunningYear } from './contests.js';
import { type District } from './factories.js';
import { type Client, type RunningContest } from './harness.js';

export const texts = {
  title: 'Nhắc hạn giấy phép kinh doanh bằng tin nhắn tự động',
  problem: 'Nhiều hộ kinh doanh để quá hạn giấy phép vì không nhớ ngày hết hiệu lực.',
  solution: 'Bảng theo dõi có bộ hẹn giờ gửi tin nhắn trước 60, 30 và 7 ngày.',
  novelty: 'Việc nhắc hoàn toàn tự động, có phản hồi hai chiều.',
  effect: 'Tỷ lệ gia hạn đúng hạn tăng; người dân không bị phạt.',
};

export interface InitiativeWish {
  readonly ownerUnitId?: string;
  readonly authors?: readonly AuthorShare[];
  readonly title?: string;
  readonly problem?: string;
  readonly solution?: string;
  readonly novelty?: string;
  readonly effect?: string;
  readonly confidential?: string | null;
}

export const soleAuthor = (personId: string): AuthorShare[] => [{ personId, share: '100', lead: true }];

/** A complete draft of the finance department with its submitter as the one author, made through the services. */
export async function aDraft(
  contest: RunningContest,
  { units, people }: District,
  year: RunningYear,
  wish: InitiativeWish = {},
): Promise<InitiativeRow> {
  const order = {
    contestId: year.id,
    areaId: year.areaId,
    ownerUnitId: units.finance,
    authors: soleAuthor(people.submitter),
    ...texts,
    ...wish,
  };
  const draft = await contest.get(DraftService).draftInitiative(SYSTEM, order);
  return contest.get(DraftService).declareInitiative(SYSTEM, { initiativeId: draft.id, version: draft.version, ...allDeclared });
}

/** The same, sent in. */
export async function aSubmitted(
  contest: RunningContest,
  district: District,
  year: RunningYear,
  wish: InitiativeWish = {},
): Promise<InitiativeRow> {
  const { id, version } = await aDraft(contest, district, year, wish);
  return contest.get(SubmissionService).submitInitiative(SYSTEM, { initiativeId: id, version });
}

const INPUTS: Readonly<Record<string, string>> = {
  submitInitiative: 'InitiativeInput',
  confirmInitiative: 'InitiativeInput',
  withdrawInitiative: 'ReasonedInitiativeInput',
  disqualifyInitiative: 'ReasonedInitiativeInput',
};

/** Sends a mutation whose result is an initiative, and returns its one field: the initiative in short, or the refusal. */
export function tell(client: Client, mutation: string, input: object): Promise<any> {
  const type = INPUTS[mutation] ?? `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const fields = `__typename ... on Initiative { id version state receiptNumber title } ... on Refusal { code path }`;
  return client.ask(`mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} } }`, { input });
}

export const refusal = (code: string, path: string | null = null) => ({ __typename: 'Refusal', code, path });

/** The three declarations, made. */
export const allDeclared = { ownWork: true, notPrizedElsewhere: true, nobodyOnJury: true };
