import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Contest } from '#domain/contest';
import { type Act, Database } from '#lib/platform';
import { dossierHash } from '../domain/dossier-content.js';
import { type Initiative } from '../domain/initiative.entity.js';
import { Screening } from '../domain/initiative-parts.entity.js';
import { awaitsHead } from '../domain/policies.js';
import { type PlacedFile } from '../domain/dossier-files.js';
import { FILES_OF_DOSSIER, FILE_KIND, FILE_ORDER, hangsOn } from './file-columns.js';
import { authorsOf } from './loading.js';

/** What a dossier holds at this moment of an act, and what follows where it comes to hold something else. */
@Injectable()
export class DossierContents {
  constructor(private readonly database: Database) {}

  /** The hash of what the initiative says now, its authors and files included; the initiative must be locked. */
  async hashOf({ em }: Act, initiative: Initiative): Promise<string> {
    const { area, improves, declared, title, problem, solution, novelty, effect, influence, track, firstAppliedOn, confidential } =
      initiative;
    const texts = { title, problem, solution, novelty, effect, influence, track, firstAppliedOn, confidential };
    const authors = await authorsOf(em, initiative);
    return dossierHash({
      ...texts,
      areaId: area.id,
      improvesId: improves?.id ?? null,
      authors,
      declared,
      files: await this.files(initiative.id),
    });
  }

  /** What hangs on an initiative now, in its order. */
  files(initiativeId: string): Promise<PlacedFile[]> {
    return this.database.rows(sql<PlacedFile>`
      select f.id, f.file_name as name, f.sha256, ${FILE_KIND} as kind, d.caption, d.file_id is not null as placed
      from ${FILES_OF_DOSSIER} where ${hangsOn(sql`${initiativeId}`)} order by ${FILE_ORDER}`);
  }

  /** Tells the head where it has come to wait for them in this act. */
  tellHead(act: Act, { initiative, contest, waited }: { initiative: Initiative; contest: Contest; waited: boolean }): void {
    if (waited || !waitsForHead(initiative, contest)) return;
    act.emit({ type: 'initiative.awaitsHead', payload: { initiativeId: initiative.id, contestId: contest.id } });
  }

  /** Whether it waited for its head before the act. One that nobody has touched since it came back does not: its head hears of it once its authors have. */
  async waited({ em }: Act, initiative: Initiative, contest: Contest): Promise<boolean> {
    return waitsForHead(initiative, contest) && !(await justReturned(em, initiative));
  }
}

const waitsForHead = (initiative: Initiative, { headConfirms }: Contest): boolean =>
  awaitsHead({
    state: initiative.state,
    texts: initiative,
    declared: initiative.declared,
    headConfirms,
    confirmedAt: initiative.confirmedAt,
  });

async function justReturned(em: Act['em'], { id, state, savedAt }: Initiative): Promise<boolean> {
  return state === 'RETURNED' && (await em.count(Screening, { initiative: id, at: savedAt })) > 0;
}
