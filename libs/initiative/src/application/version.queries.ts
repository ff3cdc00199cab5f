import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { seesContest } from '#lib/contest';
import { personName } from '#lib/identity';
import { type Actor } from '#lib/kernel';
import { Database, FileLinks } from '#lib/platform';
import { type FieldDifference, type NamedVersion, differencesBetween } from '../domain/version-difference.js';
import { type VersionContent } from '../domain/version-content.js';
import { type FoundFile, versionFileColumns, withThumbnails } from './file-columns.js';
import { type InitiativeName, areaName, initiativeName } from './initiative-name.js';
import { type AreaName, type AuthorRow, type DossierFileRow, type VersionStamp } from './initiative.rows.js';
import { confidentialScope, readScope } from './scope.js';

/** A file as it was when a version was sent in; `kept`: it hangs on the initiative still. */
export interface VersionFileRow extends DossierFileRow {
  readonly kept: boolean;
}

/** A version as it was sent in, with the names of what it names. `confidential` is null for whom it is not. */
export interface VersionRow extends Omit<
  VersionContent,
  'authors' | 'files' | 'declaredAt' | 'confirmedById' | 'areaId' | 'improvesId' | 'track'
> {
  readonly track: NamedVersion['track'] & (null | 'INDIVIDUAL' | 'GROUP');
  readonly id: string;
  readonly initiativeId: string;
  readonly number: number;
  readonly hash: string;
  readonly submittedAt: string;
  readonly submittedByName: string | null;
  readonly confirmedByName: string | null;
  readonly area: AreaName | null;
  readonly improves: InitiativeName | null;
  readonly authors: readonly AuthorRow[];
  readonly files: readonly VersionFileRow[];
}

/** From one version of an initiative to another. */
export interface DifferenceRow {
  readonly initiativeId: string;
  readonly from: VersionStamp;
  readonly to: VersionStamp;
  readonly fields: readonly FieldDifference[];
}

/** How many files a contest takes with an initiative, and how large. */
export interface FileLimits {
  readonly maxFiles: number;
  readonly maxFileBytes: number;
}

/** Reads of what was sent in, and of what can be. */
@Injectable()
export class VersionQueries {
  constructor(
    private readonly database: Database,
    private readonly links: FileLinks,
  ) {}

  /** One version, word for word; null where its initiative is none of theirs. */
  async initiativeVersion(actor: Actor, id: string): Promise<VersionRow | null> {
    const [found] = await this.versions(actor, [id]);
    return found ?? null;
  }

  /** What became of each part between two versions of one initiative; null where it is none of theirs. */
  async initiativeDifference(actor: Actor, { fromId, toId }: { fromId: string; toId: string }): Promise<DifferenceRow | null> {
    const found = await this.versions(actor, [fromId, toId]);
    const [from, to] = [fromId, toId].map((id) => found.find((version) => version.id === id));
    if (!from || !to || from.initiativeId !== to.initiativeId) return null;
    return { initiativeId: to.initiativeId, from, to, fields: differencesBetween(from, to, actor.locale) };
  }

  /** Null for a contest that is not there for the actor. */
  fileLimits(actor: Actor, contestId: string): Promise<FileLimits | null> {
    return this.database.first(sql<FileLimits>`
      select c.max_files as "maxFiles", c.max_file_bytes as "maxFileBytes" from contest c where c.id = ${contestId} and ${seesContest(actor)}`);
  }

  private async versions(actor: Actor, ids: readonly string[]): Promise<VersionRow[]> {
    const rows = await this.database.rows(sql<{
      row: Omit<VersionRow, 'files'> & { files: readonly (FoundFile & VersionFileRow)[] };
    }>`
      select to_json(shown) as row from (
        select ${columns(actor)} from initiative_version v join initiative i on i.id = v.initiative_id
        where v.id = any(${[...ids]}::uuid[]) and ${readScope(actor)}) shown`);
    return rows.map(({ row }) => ({ ...row, files: withThumbnails(row.files, this.links) }));
  }
}

const columns = (actor: Actor): RawBuilder<unknown> => sql`
  v.id, v.initiative_id as "initiativeId", v.number, v.hash, v.submitted_at as "submittedAt",
  v.content->>'title' as title, v.content->>'problem' as problem, v.content->>'solution' as solution,
  v.content->>'novelty' as novelty, v.content->>'effect' as effect, v.content->>'influence' as influence, v.content->>'track' as track,
  v.content->>'firstAppliedOn' as "firstAppliedOn",
  case when ${confidentialScope(actor)} then v.content->>'confidential' end as confidential,
  (select p.full_name from person p where p.id = v.submitted_by_id) as "submittedByName",
  (select p.full_name from person p where p.id = (v.content->>'confirmedById')::uuid) as "confirmedByName",
  (select ${areaName(sql`r`)} from reform_area r where r.id = (v.content->>'areaId')::uuid) as area,
  (select ${initiativeName(sql`named`)} from initiative named where named.id = (v.content->>'improvesId')::uuid) as improves,
  (select coalesce(json_agg(json_build_object('person', ${personName(sql`p`)}, 'share', a->>'share', 'lead', a->'lead') order by n), '[]')
     from jsonb_array_elements(v.content->'authors') with ordinality as named (a, n) join person p on p.id = (a->>'personId')::uuid) as authors,
  ${versionFileColumns} as files`;
