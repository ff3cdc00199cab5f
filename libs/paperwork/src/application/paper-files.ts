import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Refused } from '#lib/kernel';
import { type Act, type AttachLimits, Database, FileAccess, type FileOwner } from '#lib/platform';
import { Paper } from '../domain/paper.entity.js';
import { seesPaper } from './scope.js';

/** The owner of frozen files: the server puts them, and nobody takes them off. */
export const FROZEN_PAPER = 'frozen-paper';
/** The owner of what comes back signed. */
export const SIGNED_PAPER = 'paper';

const SCANS: AttachLimits = { maxFiles: 5, maxBytes: 50 * 1024 * 1024 };

/** The files of papers: frozen by the server, brought back signed by whoever keeps the register. */
@Injectable()
export class PaperFiles implements OnModuleInit {
  constructor(
    private readonly access: FileAccess,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.access.register(this.owner(FROZEN_PAPER, 'A paper that was frozen.', () => Promise.reject(new Refused('NOT_FOUND'))));
    this.access.register(this.owner(SIGNED_PAPER, 'A paper that came back signed.', (act, id) => this.scans(act, id)));
  }

  private owner(type: string, called: string, limitsFor: FileOwner['limitsFor']): FileOwner {
    return { type, called, context: 'paperwork', sealed: true, limitsFor, mayRead: (actor, id) => this.mayRead(actor, id) };
  }

  /** A signed file comes to a frozen paper, and stays once it is registered. */
  private async scans({ em, actor }: Act, id: string): Promise<AttachLimits> {
    const paper = await em.findOneOrFail(Paper, { id, unit: { $in: actor.unitsFor('paper:manage') } });
    if (!(await this.mayRead(actor, id))) throw new Refused('NOT_FOUND');
    if (paper.state !== 'FROZEN') throw new Refused('PAPER_NOT_FROZEN');
    return SCANS;
  }

  private async mayRead(actor: Actor, id: string): Promise<boolean> {
    return (await this.database.first(sql`select 1 from paper w where w.id = ${id} and ${seesPaper(actor, 'paper:read')}`)) !== null;
  }
}
