import { Injectable } from '@nestjs/common';
import { type Actor } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { subject } from './draft.service.js';
import { InitiativeQueries, type InitiativeRow, type VersionRow } from './initiative.queries.js';

/** Opens dossiers. What is opened for the office, not as one's own, is logged. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: InitiativeQueries,
  ) {}

  async readInitiative(actor: Actor, id: string): Promise<InitiativeRow | null> {
    const row = await this.queries.initiative(actor, id);
    if (row?.readForOffice) await this.log(actor, row.id, { version: row.version });
    return row;
  }

  async readInitiativeVersion(actor: Actor, id: string): Promise<VersionRow | null> {
    const row = await this.queries.initiativeVersion(actor, id);
    if (!row) return null;
    const initiative = await this.queries.initiative(actor, row.initiativeId);
    if (initiative?.readForOffice) await this.log(actor, initiative.id, { versionNumber: row.number });
    return row;
  }

  private async log(actor: Actor, id: string, after: object): Promise<void> {
    await this.work.act(actor, 'readInitiative', ({ record }) => {
      record({ subject: subject({ id }), after });
      return Promise.resolve();
    });
  }
}
