import { LockMode } from '@mikro-orm/core';
import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Refused, allRefused, localDate, newId, refuseIf } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { reach } from '#lib/rollout';
import { CalendarQueries } from '#lib/units';
import { type FileDays, problemOfFile, receivedWithin, whyNotEnter } from '../domain/pilot-policy.js';
import { Pilot, PilotUnit } from '../domain/pilot.entity.js';

export interface PilotFileOrder extends FileDays {
  readonly procedureCode?: string | null;
}

export interface PilotFilesOrder {
  readonly pilotUnitId: string;
  readonly version: number;
  readonly files: readonly PilotFileOrder[];
}

/** How long files took in the units of a pilot: days alone, and nothing of whose they were. */
@Injectable()
export class PilotFilesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly calendars: CalendarQueries,
  ) {}

  /**
   * Writes all files of a unit, of before in a draft and since then while it runs, in place of those that were written. The same list again
   * changes nothing. Refuses days outside of what is asked, procedures that are not of its fields, and `CALENDAR_MISSING`.
   */
  enterPilotFiles(actor: Actor, { pilotUnitId, version, files }: PilotFilesOrder): Promise<Pilot> {
    return this.work.act(actor, 'enterPilotFiles', async ({ em, at, held, record }) => {
      const mine = reach(actor, 'pilot:enter');
      const found = await em.findOneOrFail(PilotUnit, { id: pilotUnitId, $or: [{ unit: mine }, { pilot: { host: mine } }] });
      // Not registered nor ended meanwhile.
      const pilot = await em.findOneOrFail(Pilot, { id: found.pilot.id }, { lockMode: LockMode.PESSIMISTIC_READ });
      const place = await held(found, version);
      refuseIf(whyNotEnter(true, pilot.state));
      const within = { ...receivedWithin(pilot, pilot.state), today: localDate(at) };
      refuseIf(allRefused(files.flatMap((file, row) => problemOfFile(file, within, `files.${String(row)}.`))));
      const rows = await this.rowsOf(em, pilot, files);
      const since = pilot.state === 'RUNNING';
      const before = await summary(em, place.id, since);
      await replaceFiles(em, { pilotUnitId: place.id, since, rows });
      const after = await summary(em, place.id, since);
      if (
        record({
          subject: { type: 'Pilot', id: pilot.id },
          before: { unit: place.unit.id, since, ...before },
          after: { unit: place.unit.id, since, ...after },
        })
      )
        place.version += 1;
      return pilot;
    });
  }

  private async rowsOf(em: EntityManager, pilot: Pilot, files: readonly PilotFileOrder[]): Promise<FileRow[]> {
    const calendar = await this.calendars.calendar();
    const versions = await versionsOf(em, files);
    return files.map(({ receivedOn, doneOn, procedureCode = null }, at) => {
      const path = `files.${String(at)}.procedureCode`;
      const version = versions.find(
        (one) => one.code === procedureCode && one.startsOn <= receivedOn && (one.endsOn === null || one.endsOn >= receivedOn),
      );
      if (procedureCode !== null && !version) throw new Refused('PILOT_PROCEDURE_UNKNOWN', { code: procedureCode }, path);
      if (version && !pilot.fields.includes(version.field)) throw new Refused('PILOT_PROCEDURE_OTHER', { code: version.code }, path);
      return { id: newId(), receivedOn, doneOn, workingDays: calendar.workingDays(receivedOn, doneOn), versionId: version?.id ?? null };
    });
  }
}

interface FileRow extends FileDays {
  readonly id: string;
  readonly workingDays: number;
  readonly versionId: string | null;
}

interface VersionFound {
  readonly id: string;
  readonly code: string;
  readonly field: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

async function versionsOf(em: EntityManager, files: readonly PilotFileOrder[]): Promise<VersionFound[]> {
  const codes = [...new Set(files.flatMap(({ procedureCode }) => procedureCode ?? []))];
  if (codes.length === 0) return [];
  const { rows } = await sql<VersionFound>`
    select v.id, p.code, p.field, v.starts_on::text as "startsOn", v.ends_on::text as "endsOn"
    from procedure p join procedure_version v on v.procedure_id = p.id where p.code = any(${codes}::text[])`.execute(em.getKysely());
  return rows;
}

/** What the log says of them: how many, how many days together, and a hash by which the same list is known. */
async function summary(em: EntityManager, pilotUnitId: string, since: boolean): Promise<Record<string, unknown>> {
  const { rows } = await sql<Record<string, unknown>>`
    select count(*)::int as files, coalesce(sum(f.working_days), 0)::int as "workingDays",
      md5(coalesce(string_agg(concat_ws(' ', f.received_on, f.done_on, f.procedure_version_id), ',' order by f.received_on, f.done_on, f.procedure_version_id), '')) as list
    from pilot_file f where f.pilot_unit_id = ${pilotUnitId} and f.since = ${since}`.execute(em.getKysely());
  return { ...rows[0] };
}

async function replaceFiles(
  em: EntityManager,
  { pilotUnitId, since, rows }: { pilotUnitId: string; since: boolean; rows: readonly FileRow[] },
): Promise<void> {
  await sql`delete from pilot_file where pilot_unit_id = ${pilotUnitId} and since = ${since}`.execute(em.getKysely());
  await sql`insert into pilot_file (id, pilot_unit_id, procedure_version_id, received_on, done_on, working_days, since)
    select f.id, ${pilotUnitId}::uuid, f."versionId", f."receivedOn", f."doneOn", f."workingDays", ${since}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) f (id uuid, "versionId" uuid, "receivedOn" date, "doneOn" date, "workingDays" int)`.execute(
    em.getKysely(),
  );
}
