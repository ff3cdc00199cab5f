import pg from 'pg';
import { CRITERIA } from './data/book.js';
import { JUDGES, PASSWORD, SIGNING_IN, emailOf, idOf } from './data/ids.js';
import { type Order } from './load.js';
import { headersOf } from './servers.js';

export interface ActKind {
  readonly document: string;
  /** What is done next, in a database of which `card` and `draft` give what can be done. */
  readonly next: (supply: Supply) => Order;
  readonly aim: number;
}

const act = (verb: string, input: string, shown: string): string =>
  `mutation ($input: ${input}!) { ${verb}(input: $input) { __typename ${shown} ... on Refusal { code message } } }`;
const marks = CRITERIA.map((criterion) => ({ criterion, points: '7.5' }));

const CARD = '... on Scorecard { id version state total }';
const order = (document: string, input: object, asker: string | null): Order => ({
  body: JSON.stringify({ query: document, variables: { input } }),
  headers: headersOf(asker),
});

const SIGN = act('signScorecard', 'MarksInput', CARD);
const SAVE = act('saveScorecard', 'MarksInput', CARD);
const DRAFT = act('saveDraft', 'SaveDraftInput', '... on Initiative { id version title problem state }');
const SIGN_IN = act('signIn', 'SignInInput', '');

/** The acts that are measured: each once for each thing, since a thing is signed once and saved on a version. */
export const ACT_KINDS: Readonly<Record<string, ActKind>> = {
  'signing a card': { document: SIGN, aim: 0.5, next: (supply) => byJudge(SIGN, supply.card()) },
  'saving a card': { document: SAVE, aim: 0.5, next: (supply) => byJudge(SAVE, supply.card()) },
  'saving a draft': {
    document: DRAFT,
    aim: 0.5,
    next: (supply) => {
      const { id, version } = supply.draft();
      const title = `Tra cứu bằng mã QR, lần ${String(version)}`;
      return order(DRAFT, { initiativeId: id, version, title, problem: 'Người dân phải đi lại nhiều lần.' }, 'S');
    },
  },
  'signing in': {
    document: SIGN_IN,
    aim: 0.85,
    next: (supply) => order(SIGN_IN, { email: emailOf(supply.account()), password: PASSWORD }, null),
  },
};

const byJudge = (document: string, { id, judge }: Card): Order => order(document, { scorecardId: id, version: 1, marks }, judge);

interface Card {
  readonly id: string;
  readonly judge: string;
}

/** What can be done in a database: cards, drafts by turns and versions, accounts by turns. What was done before is taken back first. */
export class Supply {
  private cardsTaken = 0;
  private draftsTaken = 0;
  private accountsTaken = 0;

  private constructor(
    private readonly cards: readonly Card[],
    private readonly drafts: readonly { readonly id: string; readonly version: number }[],
  ) {}

  static async of(url: string): Promise<Supply> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const judges = new Map(Array.from({ length: JUDGES }, (_, at) => [idOf('person', `J${String(at + 1)}`), `J${String(at + 1)}`]));
    await client.query(
      `update scorecard set state = 'DRAFT', version = 1, marks = '[]', total = null, signed_at = null, nonce = null, hash = null, pseudonym = null where round_id = $1 and version > 1`,
      [idOf('round', 'sign')],
    );
    await client.query('update initiative set version = 1 where contest_id = $1 and version > 1', [idOf('contest', 'open')]);
    const cards = await client.query<{ id: string; judge: string }>(
      `select id, judge_id as judge from scorecard where round_id = $1 and state = 'DRAFT' and version = 1 order by id`,
      [idOf('round', 'sign')],
    );
    const drafts = await client.query<{ id: string; version: number }>(
      `select id, version from initiative where contest_id = $1 order by id`,
      [idOf('contest', 'open')],
    );
    await client.end();
    return new Supply(
      cards.rows.map(({ id, judge }) => ({ id, judge: judges.get(judge) ?? '' })),
      drafts.rows,
    );
  }

  card(): Card {
    const card = this.cards[this.cardsTaken];
    this.cardsTaken += 1;
    if (!card) throw new Error('No more cards: fewer seconds, or a new database');
    return card;
  }

  draft(): { readonly id: string; readonly version: number } {
    const draft = this.drafts[this.draftsTaken % this.drafts.length];
    if (!draft) throw new Error('No drafts');
    const before = Math.floor(this.draftsTaken / this.drafts.length);
    this.draftsTaken += 1;
    return { id: draft.id, version: draft.version + before };
  }

  account(): number {
    this.accountsTaken += 1;
    return 1 + (this.accountsTaken % SIGNING_IN);
  }
}
