import { ACT_KINDS, Supply } from '../orders.js';
import { type Part } from '../part.js';
import { application } from '../servers.js';
import { statementsOf } from '../statements.js';

/** What a statement does, by its first words. */
const gist = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 90);

/** How often each act goes to the database and back, and for what. */
export const trips: Part = async ({ workspace, report, isAsked }) => {
  report.begin('trips', 'round trips to the database of each act');
  const url = await workspace.country();
  const app = await application(url, workspace.folder);
  const supply = await Supply.of(url);
  for (const [name, kind] of Object.entries(ACT_KINDS).filter(([act]) => isAsked(act))) {
    const once = () => {
      const { body, headers } = kind.next(supply);
      return app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', ...headers }, payload: body });
    };
    await once();
    const statements = await statementsOf(once);
    report.row({ act: name, trips: statements.length });
    for (const { text } of statements) report.remark(`    ${gist(text)}`);
  }
  await app.close();
};
