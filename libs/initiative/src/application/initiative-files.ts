import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { lockContest } from '#lib/contest';
import { type Actor, Refused, refuseIf } from '#lib/kernel';
import { type Act, type AttachLimits, Database, FileAccess } from '#lib/platform';
import { Initiative } from '../domain/initiative.entity.js';
import { whyNotEdit } from '../domain/policies.js';
import { isOpenToEdits } from '../domain/states.js';
import { DossierContents } from './dossier-contents.js';
import { stamp, subject } from './draft.service.js';
import { InitiativePorts } from './initiative.ports.js';
import { writeScope, readScope, receivedScope } from './scope.js';

/** The rights to the files of initiatives. */
@Injectable()
export class InitiativeFiles implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly access: FileAccess,
    private readonly ports: InitiativePorts,
    private readonly contents: DossierContents,
  ) {}

  onModuleInit(): void {
    this.access.register({
      type: 'initiative',
      called: 'An initiative.',
      context: 'initiative',
      limitsFor: (act, ownerId) => this.limitsFor(act, ownerId),
      changed: (act, ownerId) => this.changed(act, ownerId),
      mayRead: async (actor, ownerId) => (await this.inReach(actor, ownerId)) || (await this.ports.reading(actor, ownerId)) !== null,
      nameless: async (actor, ownerId) =>
        !(await this.inReach(actor, ownerId)) && (await this.ports.reading(actor, ownerId))?.named === false,
      withheld: async (actor, ownerId) =>
        (await this.inReach(actor, ownerId)) ? [] : ((await this.ports.reading(actor, ownerId))?.withheld ?? []),
    });
  }

  /** Files are part of the content that its head stands for. Scans of what came on paper hang on one that was sent already. */
  private async changed(act: Act, id: string): Promise<void> {
    const initiative = await act.em.findOneOrFail(Initiative, { id });
    if (!isOpenToEdits(initiative.state)) return;
    const contest = await lockContest(act.em, initiative.contest.id, 'for share');
    const before = stamp(initiative);
    const waited = await this.contents.waited(act, initiative, contest);
    initiative.contentChanged(act.at);
    await act.em.flush();
    act.record({ subject: subject(initiative), before, after: stamp(initiative) });
    this.contents.tellHead(act, { initiative, contest, waited });
  }

  /** Its authors attach while it is open to edits; the secretariat adds the scans of what came on paper, until it is screened. */
  private async limitsFor({ em, actor, at }: Act, id: string): Promise<AttachLimits> {
    const { rows } = await sql<{ own: boolean; state: string }>`
      select ${writeScope(actor)} as own from initiative i where i.id = ${id}
        and (${writeScope(actor)} or (i.paper_received_at is not null and ${receivedScope(actor, 'initiative:enter')})) for update of i`.execute(
      em.getKysely(),
    );
    const found = rows[0];
    if (!found) throw new Refused('NOT_FOUND', { what: 'Initiative' });
    const initiative = await em.findOneOrFail(Initiative, { id }, { refresh: true });
    const contest = await lockContest(em, initiative.contest.id, 'for share');
    const scans = !found.own && initiative.state === 'SUBMITTED';
    refuseIf(scans ? contest.whyNot('ENTER', at) : (whyNotEdit(initiative) ?? contest.whyNot('SAVE', at)));
    return { maxFiles: contest.maxFiles, maxBytes: contest.maxFileBytes };
  }

  private async inReach(actor: Actor, id: string): Promise<boolean> {
    return (await this.database.first(sql`select 1 from initiative i where i.id = ${id} and ${readScope(actor)}`)) !== null;
  }
}
