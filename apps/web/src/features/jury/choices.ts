/** What an address may name of the lists of the judging. */
const CONFLICT_TYPES = ['AUTHOR', 'CO_AUTHOR', 'FAMILY', 'FINANCIAL', 'RELATED_UNIT', 'SAME_UNIT', 'OTHER'] as const;
const CONFLICT_STANDINGS = ['active', 'lifted', 'waits'] as const;
const CONFLICT_ORDERS = ['OLDEST', 'NEWEST'] as const;
const JURY_ORDERS = ['SEATED', 'NAME', 'UNIT'] as const;
const INVITATION_STATES = ['INVITED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN'] as const;
const INVITATION_ORDERS = ['NEWEST', 'OLDEST', 'NAME', 'STATE'] as const;

type Given = Readonly<Record<string, unknown>>;
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const oneOf = <Known extends string>(known: readonly Known[], value: unknown): Known | undefined => known.find((one) => one === value);

export interface ConflictsSearch {
  readonly judge?: string;
  readonly type?: (typeof CONFLICT_TYPES)[number];
  readonly standing?: (typeof CONFLICT_STANDINGS)[number];
  readonly search?: string;
  readonly order?: (typeof CONFLICT_ORDERS)[number];
  readonly after?: string;
}

export const conflictsSearch = ({ judge, type, standing, search, order, after }: Given): ConflictsSearch => ({
  judge: text(judge),
  type: oneOf(CONFLICT_TYPES, type),
  standing: oneOf(CONFLICT_STANDINGS, standing),
  search: text(search),
  order: oneOf(CONFLICT_ORDERS, order),
  after: text(after),
});

export interface JurySearch {
  readonly search?: string;
  readonly area?: string;
  readonly order?: (typeof JURY_ORDERS)[number];
  readonly after?: string;
}

export const jurySearch = ({ search, area, order, after }: Given): JurySearch => ({
  search: text(search),
  area: text(area),
  order: oneOf(JURY_ORDERS, order),
  after: text(after),
});

export interface InvitationsSearch {
  readonly search?: string;
  readonly state?: (typeof INVITATION_STATES)[number];
  readonly order?: (typeof INVITATION_ORDERS)[number];
  readonly after?: string;
}

export const invitationsSearch = ({ search, state, order, after }: Given): InvitationsSearch => ({
  search: text(search),
  state: oneOf(INVITATION_STATES, state),
  order: oneOf(INVITATION_ORDERS, order),
  after: text(after),
});
