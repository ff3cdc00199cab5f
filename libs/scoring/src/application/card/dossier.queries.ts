import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Influence } from '#domain/initiative';
import {
  type AreaName,
  type DossierFileRow,
  type InitiativeName,
  InitiativePorts,
  InitiativeQueries,
  type OwnerName,
  SimilarQueries,
  type SimilarRow,
} from '#lib/initiative';
import { type Actor } from '#lib/kernel';
import { Database, PREPARED, Rereads, isThere } from '#lib/platform';
import { type HiddenTexts } from '../../domain/names/name-look.entity.js';
import { ANONYMOUS, CALIBRATION_DUE } from './scorecard.queries.js';

/**
 * An initiative as its judge reads it, without what its authors keep confidential; `id` is the card's. In an anonymous round it has
 * neither owner nor authors, and its files have neither their names nor those of who made them.
 */
export interface DossierRow {
  readonly id: string;
  readonly initiative: InitiativeName;
  readonly problem: string;
  readonly solution: string;
  readonly novelty: string;
  readonly effect: string;
  readonly influence: Influence;
  readonly firstAppliedOn: string | null;
  readonly owner: OwnerName | null;
  readonly area: AreaName;
  /** By name, the lead author first. */
  readonly authors: readonly string[];
  readonly files: readonly DossierFileRow[];
  /** So many are kept from judges of an anonymous round, since they say whose it is. */
  readonly filesWithheld: number;
}

/** What was decided to be kept from judges of anonymous rounds. */
interface Hiding {
  readonly texts: HiddenTexts;
  readonly withheld: readonly string[];
}

const NOBODY = { owner: null, authors: [] };

/** A judge reads what they hold a card `c` for, once they have attested and been calibrated, while no conflict stands and the card is not excused. */
const readableBy = (judge: Actor): RawBuilder<boolean> => sql<boolean>`c.judge_id = ${judge.id} and c.state <> 'EXCUSED'
  and not (select ${CALIBRATION_DUE} from round r where r.id = c.round_id)
  and exists (select 1 from attestation a where a.initiative_id = c.initiative_id and a.judge_id = c.judge_id)
  and not exists (select 1 from conflict k where k.initiative_id = c.initiative_id and k.person_id = c.judge_id and k.active)`;

const readWithNamesBy = (judge: Actor): RawBuilder<boolean> => sql<boolean>`(${readableBy(judge)} and not ${ANONYMOUS})`;

/** What judges read of initiatives: the dossier, and by the same right its files; with names where one of their cards is of a round that has them. */
@Injectable()
export class DossierQueries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly initiatives: InitiativeQueries,
    private readonly ports: InitiativePorts,
    private readonly similar: SimilarQueries,
  ) {}

  onModuleInit(): void {
    this.ports.registerReader(async (actor, initiativeId) => {
      if (!actor.can('scorecard:sign')) return null;
      const held = await this.database.first(sql<{ named: boolean; withheld: readonly string[] }>`
        select bool_or(not ${ANONYMOUS}) as named, coalesce((select n.withheld from name_look n where n.initiative_id = ${initiativeId}), '[]') as withheld from scorecard c join round r on r.id = c.round_id
        where c.initiative_id = ${initiativeId} and ${readableBy(actor)} having count(*) > 0`);
      return held && { named: held.named, withheld: held.named ? [] : held.withheld };
    });
  }

  @Rereads('Dossier')
  async dossier(judge: Actor, scorecardId: string): Promise<DossierRow | null> {
    const card = await this.database.first(sql<{ initiativeId: string; anonymous: boolean; hiding: Hiding | null }>`
      select c.initiative_id as "initiativeId", ${ANONYMOUS} as anonymous,
        (select json_build_object('texts', n.hidden, 'withheld', n.withheld) from name_look n where n.initiative_id = c.initiative_id and n.hidden is not null) as hiding
      from scorecard c join round r on r.id = c.round_id where c.id = ${scorecardId} and ${readableBy(judge)} ${PREPARED}`);
    const found = card && (await this.initiatives.dossier(card.initiativeId, { nameless: card.anonymous, locale: judge.locale }));
    if (!found) return null;
    const { id, receiptNumber, title, ...texts } = found;
    const authors = found.authors.map(({ person }) => person.fullName);
    const dossier = { ...texts, id: scorecardId, initiative: { id, receiptNumber, title }, authors, filesWithheld: 0 };
    return card.anonymous ? { ...dossier, ...NOBODY, ...hiddenOf(dossier, card.hiding) } : dossier;
  }

  /**
   * What is like the initiative of a card: what was published, and what else its judge reads with names. Null where they may not read
   * it, and in an anonymous round: who improves on their own work of a past year would be known by it.
   */
  async similarToCard(judge: Actor, scorecardId: string): Promise<SimilarRow[] | null> {
    const card = await this.database.first(sql<{ initiativeId: string }>`
      select c.initiative_id as "initiativeId" from scorecard c join round r on r.id = c.round_id where c.id = ${scorecardId} and ${readWithNamesBy(judge)}`);
    if (!card) return null;
    return this.similar.similarAsJudged(
      card.initiativeId,
      isThere(sql`select 1 from scorecard c join round r on r.id = c.round_id where c.initiative_id = i.id and ${readWithNamesBy(judge)}`),
    );
  }
}

function hiddenOf({ files, initiative }: Pick<DossierRow, 'files' | 'initiative'>, hiding: Hiding | null): Partial<DossierRow> {
  if (!hiding) return {};
  const { captions, title, ...texts } = hiding.texts;
  const shown = files.filter(({ id }) => !hiding.withheld.includes(id));
  const captioned = shown.map((file) => ({ ...file, caption: file.caption === null ? null : (captions[file.id] ?? file.caption) }));
  return { ...texts, initiative: { ...initiative, title }, files: captioned, filesWithheld: files.length - shown.length };
}
