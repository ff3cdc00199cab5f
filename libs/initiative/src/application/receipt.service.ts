import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Contest } from '#domain/contest';
import { Unit } from '#domain/units';
import { refuseIf } from '#lib/kernel';
import { type Act } from '#lib/platform';
import { type Initiative, type Receipt } from '../domain/initiative.entity.js';
import { InitiativeVersion } from '../domain/initiative-parts.entity.js';
import { whyNotSubmit } from '../domain/policies.js';
import { type AuthorShare } from '../domain/shares.js';
import { type VersionContent, versionFileOf } from '../domain/version-content.js';
import { AuthorsService } from './authors.service.js';
import { DossierContents } from './dossier-contents.js';
import { answersOf, asksForTrack, signedBy } from './loading.js';

/** What is taken in: the initiative with its contest, both locked, and its authors. */
export interface Received {
  readonly initiative: Initiative;
  readonly contest: Contest;
  readonly authors: readonly AuthorShare[];
}

/** Takes an initiative in: its place in the order of receipt, the version as it was sent, and what is searched of it. */
@Injectable()
export class ReceiptService {
  constructor(
    private readonly authors: AuthorsService,
    private readonly contents: DossierContents,
  ) {}

  /** Joins the act that sends it. Refuses what is late, incomplete, not declared or not confirmed, and an author who has got a seat since. */
  async submit(act: Act, received: Received): Promise<void> {
    const { initiative, contest, authors } = received;
    const { em, at } = act;
    const contestRefuses = contest.whyNot(initiative.state === 'RETURNED' ? 'RESUBMIT' : 'SUBMIT', at);
    const { state, declared, returnDueAt, track } = initiative;
    const confirmedAt = initiative.confirmedFor(await this.contents.hashOf(act, initiative));
    const head = { headConfirms: contest.headConfirms, confirmedAt };
    const asked = { track, asksTrack: await asksForTrack(em, contest.id) };
    const seated = await this.authors.seated(em, contest, authors);
    const named = { authors, seated, answers: contest.authorsConfirm ? await answersOf(em, initiative) : null };
    refuseIf(whyNotSubmit({ state, texts: initiative, ...named, declared, ...asked, ...head, returnDueAt, contestRefuses }, at));
    initiative.submit(await this.receipt(act, received), at);
    await this.keep(act, received);
  }

  /**
   * The next receipt of the host's contests of the year; null for one that has its own. The counter's row is locked until the act ends, so
   * that no number is left out or given twice.
   */
  async receipt(act: Act, { initiative, contest }: Pick<Received, 'initiative' | 'contest'>): Promise<Receipt | null> {
    return initiative.receiptNumber === null ? this.next(act, contest) : null;
  }

  async next({ em }: Act, { host, year }: Contest): Promise<Receipt> {
    const { rows } = await sql<{ last: number }>`
      insert into receipt_counter (host_id, year, last) values (${host.id}, ${year}, 1)
      on conflict (host_id, year) do update set last = receipt_counter.last + 1 returning last`.execute(em.getKysely());
    return { host: em.getReference(Unit, host.id), year, number: rows[0]?.last ?? 1 };
  }

  /** Keeps the version word for word, and what is searched of it. */
  async keep({ em, actor, at }: Act, { initiative, authors }: Received): Promise<void> {
    const number = (await em.count(InitiativeVersion, { initiative: initiative.id })) + 1;
    const content = contentOf(initiative, authors, (await this.contents.files(initiative.id)).map(versionFileOf));
    em.persist(InitiativeVersion.of(initiative, content, { number, by: signedBy(em, actor), at }));
    await em.flush();
    await sql`
      insert into initiative_search (initiative_id, title, title_marks, words)
      select id, fold_text(title), fold_marks(title),
             setweight(to_tsvector('simple', fold_text(title)), 'A')
               || setweight(to_tsvector('simple', fold_text(concat_ws(' ', problem, solution, novelty, effect))), 'C')
      from initiative where id = ${initiative.id}
      on conflict (initiative_id) do update set title = excluded.title, title_marks = excluded.title_marks, words = excluded.words`.execute(
      em.getKysely(),
    );
  }
}

function contentOf(initiative: Initiative, authors: readonly AuthorShare[], files: VersionContent['files']): VersionContent {
  const { title, problem, solution, novelty, effect, influence, firstAppliedOn, confidential, track, declared } = initiative;
  return {
    title,
    problem,
    solution,
    novelty,
    effect,
    influence,
    firstAppliedOn,
    confidential,
    ...(track && { track }),
    ...(initiative.improves && { improvesId: initiative.improves.id }),
    areaId: initiative.area.id,
    authors,
    declaredAt: {
      ownWork: declared.ownWork?.toISOString() ?? null,
      notPrizedElsewhere: declared.notPrizedElsewhere?.toISOString() ?? null,
      nobodyOnJury: declared.nobodyOnJury?.toISOString() ?? null,
    },
    confirmedById: initiative.confirmedBy?.id ?? null,
    files,
  };
}
