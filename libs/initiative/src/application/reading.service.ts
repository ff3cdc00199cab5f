import { Injectable } from '@nestjs/common';
import { type Actor } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { subject } from './draft.service.js';
import { InitiativeQueries, type InitiativeRow } from './initiative.queries.js';
import { type DifferenceRow, type VersionRow, VersionQueries } from './version.queries.js';

/** Opens dossiers. What is opened for the office, not as one's own, is logged. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: InitiativeQueries,
    private readonly versions: VersionQueries,
  ) {}

  async readInitiative(actor: Actor, id: string): Promise<InitiativeRow | null> {
    const row = await this.queries.initiative(actor, id);
    if (row?.readForOffice) await this.log(actor, row.id, { version: row.version });
    return row;
  }

  async readInitiativeVersion(actor: Actor, id: string): Promise<VersionRow | null> {
    const row = await this.versions.initiativeVersion(actor, id);
    if (!row) return null;
    const initiative = await this.queries.initiative(actor, row.initiativeId);
    if (initiative?.readForOffice) await this.log(actor, initiative.id, { versionNumber: row.number });
    return row;
  }

  async readDifference(actor: Actor, order: { readonly fromId: string; readonly toId: string }): Promise<DifferenceRow | null> {
    const row = await this.versions.initiativeDifference(actor, order);
    if (!row) return null;
    const initiative = await this.queries.initiative(actor, row.initiativeId);
    if (initiative?.readForOffice) await this.log(actor, initiative.id, { versionNumbers: [row.from.number, row.to.number] });
    return row;
  }

  private async log(actor: Actor, id: string, after: object): Promise<void> {
    await this.work.act(actor, 'readInitiative', ({ record }) => {
      record({ subject: subject({ id }), after });
      return Promise.resolve();
    });
  }
}
