import { type Order, inTurn, load } from '../load.js';
import { ACT_KINDS, Supply } from '../orders.js';
import { readsOf } from '../operations.js';
import { type Part } from '../part.js';
import { headersOf, memoryOf, startApi } from '../servers.js';

const REQUESTS = 20_000;
const AIM_MB = 300;

/** What a server process holds after everything was asked of it, acts among the reads. */
export const memory: Part = async ({ workspace, report }) => {
  report.begin(
    'memory',
    `after a mixed load of ${String(REQUESTS)} requests over 8 connections (aim: under ${String(AIM_MB)} MB resident)`,
  );
  const url = await workspace.country();
  const api = await startApi(workspace, url);
  const supply = await Supply.of(url);
  const reads: Order[] = Object.values(readsOf(workspace.today)).flatMap(({ asked, asker, document }) =>
    asked.map((variables) => ({ body: JSON.stringify({ query: document(false), variables }), headers: headersOf(asker) })),
  );
  const nextRead = inTurn(reads);
  let asked = 0;
  // Every twentieth request is an act; signing in, which takes a tenth of a second, is every four-hundredth.
  const kinds = ['signing a card', 'saving a card', 'saving a draft'];
  const next = (): Order => {
    asked += 1;
    const kind = asked % 400 === 0 ? 'signing in' : asked % 20 === 0 ? kinds[(asked / 20) % kinds.length] : undefined;
    return kind ? (ACT_KINDS[kind]?.next(supply) ?? nextRead()) : nextRead();
  };
  const idle = memoryOf(api, 'VmRSS');
  const { perSecond } = await load({ url: api.url, amount: REQUESTS, next });
  report.row({
    process: 'server',
    'MB at first': idle,
    'MB after': memoryOf(api, 'VmRSS'),
    'MB at most': memoryOf(api, 'VmHWM'),
    'a second': perSecond,
  });
};
