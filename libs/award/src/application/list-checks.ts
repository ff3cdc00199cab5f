import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type ListFault, type ListedPrize, departureOf, faultsOfList, proposeAwards } from '#domain/contest';
import { Refused, type WhyNot, allRefused } from '#lib/kernel';
import { type AwardDecision, type DecisionState, whyNotMove } from '../domain/award-decision.entity.js';
import { Award } from '../domain/award.entity.js';
import { WithheldPrize } from '../domain/withheld-prize.entity.js';
import { codesOf, listOf } from './list-of.js';
import { type PrizeField, PrizeFieldQueries } from './prize-field.queries.js';

/** Whether a list of prizes says all that it has to before it goes on. */
@Injectable()
export class ListChecks {
  constructor(private readonly fields: PrizeFieldQueries) {}

  /**
   * All that is wrong with a list: equals that nobody decided among, and what differs from standings and plan without a reason. Who is on it or
   * could be stays in the contest until the act ends. What had a reason and is by now as proposed has none any more.
   */
  async whyNotFollows(em: EntityManager, decision: AwardDecision): Promise<WhyNot> {
    const field = await this.fields.field(listOf(decision), { hold: true });
    const isDraft = decision.state === 'DRAFT';
    const why = whyNotFollows(field, isDraft);
    if (isDraft) await rename(em, decision, field);
    return why;
  }

  /** Those in the standings that are out of the contest. */
  async leftOut({ drawnFrom }: AwardDecision): Promise<readonly string[] | null> {
    if (!drawnFrom) return null;
    return (await this.fields.places(drawnFrom.id)).flatMap(({ eligible, initiativeId }) => (eligible ? [] : [initiativeId]));
  }
}

function refusalOf(fault: ListFault, { places }: PrizeField): Refused {
  if (fault.code === 'TIE_UNDECIDED')
    return new Refused('AWARD_TIE_UNDECIDED', { rank: fault.tie.rank, initiatives: codesOf(places, fault.tie.initiativeIds) });
  return new Refused(fault.code === 'OTHER_TRACK' ? 'AWARD_OTHER_TRACK' : 'AWARD_DEPARTURE_UNNAMED', {
    initiatives: codesOf(places, [fault.initiativeId]),
  });
}

/** What is wrong with a list as it stands: in a draft, what was a decision among equals is what it is by now. */
function whyNotFollows(field: PrizeField, isDraft: boolean): WhyNot {
  const { awards, ties } = proposeAwards(field.places, field.tiers);
  if (field.list.length === 0 && awards.length + ties.length > 0) return new Refused('AWARDS_EMPTY');
  const list = isDraft ? renamed(field).filter(({ tierId, departure }) => tierId !== null || departure !== null) : field.list;
  return allRefused(faultsOfList(list, field).map((fault) => refusalOf(fault, field)));
}

/** Why a draft cannot go to the leader, to whoever looks at it. */
export function whyNotSubmit(list: ListStanding, field: PrizeField): WhyNot {
  return whyNotOutdated(list, field) ?? whyNotMove(list.state, 'SUBMITTED') ?? whyNotFollows(field, true);
}

/** Why a list that was sent cannot be signed, to the leader who looks at it. */
export function whyNotApprove(list: ListStanding & { readonly correctionWaits: boolean }, field: PrizeField): WhyNot {
  const outdated = whyNotMove(list.state, 'APPROVED') ?? whyNotOutdated(list, field);
  return outdated ?? (list.correctionWaits ? new Refused('CORRECTION_WAITS') : whyNotFollows(field, false));
}

interface ListStanding {
  readonly state: DecisionState;
  readonly standingsChanged: boolean;
}

/** The list follows other standings than those in force, or has somebody on it who is out. */
function whyNotOutdated({ standingsChanged }: ListStanding, field: PrizeField): WhyNot {
  const out = field.list.filter((one) => one.tierId !== null && isOut(one, field)).map(({ initiativeId }) => initiativeId);
  if (standingsChanged) return new Refused('AWARD_STANDINGS_CHANGED');
  return out.length > 0 ? new Refused('AWARD_INITIATIVE_OUT', { initiatives: codesOf(field.places, out) }) : null;
}

const isOut = ({ initiativeId }: ListedPrize, { places }: PrizeField): boolean =>
  places.some((place) => place.initiativeId === initiativeId && !place.eligible);

/** Equals may have left since: what was a decision among them then is what it is now. */
function renamed({ places, tiers, list }: PrizeField): PrizeField['list'] {
  const proposal = proposeAwards(places, tiers);
  return list.map((one) => {
    const kind = one.departure && departureOf(one, proposal, list);
    return { ...one, departure: kind && { ...one.departure, kind } };
  });
}

async function rename(em: EntityManager, decision: AwardDecision, field: PrizeField): Promise<void> {
  const kinds = new Map(renamed(field).map(({ initiativeId, departure }) => [initiativeId, departure]));
  for (const award of await em.find(Award, { decision })) award.depart(kinds.get(award.initiative.id) ?? null);
  for (const withheld of await em.find(WithheldPrize, { decision })) {
    const departure = kinds.get(withheld.initiative.id);
    if (departure) withheld.kind = departure.kind;
    else em.remove(withheld);
  }
}
