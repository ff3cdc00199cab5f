import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { lockContest } from '#lib/contest';
import { type Actor, Refused, refuseIf } from '#lib/kernel';
import { type Act, type AttachLimits, Database, FileAccess } from '#lib/platform';
import { Initiative } from '../domain/initiative.entity.js';
import { whyNotEdit } from '../domain/policies.js';
import { type VersionContent } from '../domain/version-content.js';
import { InitiativePorts } from './initiative.ports.js';
import { ownScope, readScope, receivedScope } from './scope.js';

/** The rights to the files of initiatives. */
@Injectable()
export class InitiativeFiles implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly access: FileAccess,
    private readonly ports: InitiativePorts,
  ) {}

  onModuleInit(): void {
    this.access.register({
      type: 'initiative',
      context: 'initiative',
      limitsFor: (act, ownerId) => this.limitsFor(act, ownerId),
      mayRead: async (actor, ownerId) => (await this.inReach(actor, ownerId)) || this.ports.mayRead(actor, ownerId),
    });
  }

  /** What hangs on an initiative now, as its version keeps it. */
  async kept(initiativeId: string): Promise<VersionContent['files']> {
    return this.database.rows(sql<{ id: string; name: string; sha256: string }>`
      select id, file_name as name, sha256 from stored_file
      where owner_type = 'initiative' and owner_id = ${initiativeId} and kept_at is not null and removed_at is null order by id`);
  }

  /** Its authors attach while it is open to edits; the secretariat adds the scans of what came on paper, until it is screened. */
  private async limitsFor({ em, actor, at }: Act, id: string): Promise<AttachLimits> {
    const { rows } = await sql<{ own: boolean; state: string }>`
      select ${ownScope(actor)} as own from initiative i where i.id = ${id}
        and (${ownScope(actor)} or (i.paper_received_at is not null and ${receivedScope(actor, 'initiative:enter')})) for update of i`.execute(
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
