import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { type RoundRule } from '#domain/contest';
import { type GivenMark, cardHash, completeMarks, draftMarks, totalOf } from '#domain/scoring';
import { type ActGiven } from './acts.js';
import { entry, first } from './queries.js';

/** What signing depends on, and what is needed to seal the card; held only by the statement that writes, which asks it all again. */
const FACTS = `
  select c.initiative_id as "initiativeId", c.round_id as "roundId", r.contest_id as "contestId", c.extra, r.rule, (
    select one.pseudonym from scorecard one where one.judge_id = c.judge_id and one.pseudonym is not null
      and one.round_id = any(array(select o.id from round o where o.contest_id = r.contest_id)) limit 1) as "knownAs"
  from scorecard c join round r on r.id = c.round_id where c.id = $1 and c.judge_id = $2`;

/** Card and round are locked and looked at by the statement that writes the card, its event and its entry: one transaction without a `begin`. */
const written = (set: string): string => `
  with held as materialized (
    select c.id from scorecard c join round r on r.id = c.round_id join contest ct on ct.id = r.contest_id join initiative i on i.id = c.initiative_id
    where c.id = $1 and c.judge_id = $2 and c.version = $3 and c.state = 'DRAFT' and (r.state = 'OPEN' or r.state = 'SETTLING' and c.late) and ct.phase = 'JUDGING' and i.state = 'ELIGIBLE'
      and exists (select 1 from attestation a where a.initiative_id = c.initiative_id and a.judge_id = c.judge_id)
      and not exists (select 1 from conflict k where k.initiative_id = c.initiative_id and k.person_id = c.judge_id and k.active)
      and not (coalesce((r.rule->>'calibration')::boolean, false) and not exists (select 1 from calibration done where done.round_id = r.id and done.judge_id = c.judge_id))
      and not (coalesce((r.rule->'presentation'->>'marksInRoom')::boolean, false) and not exists (select 1 from presentation_slot slot join presentation_draw drawn on drawn.id = slot.draw_id
        where drawn.round_id = r.id and drawn.superseded_at is null and slot.initiative_id = c.initiative_id and slot.started_at is not null))
    for share of r for update of c),
  done as (update scorecard c set ${set}, version = c.version + 1 from held where c.id = held.id returning c.id, c.version, c.state, c.total)
  select json_build_object('__typename', 'Scorecard', 'id', id, 'version', version, 'state', state, 'total', trim_scale(total)::text)::text as json, record_act($4, $5) from done`;

const SIGN = written(`state = 'SIGNED', marks = $6, total = $7::numeric, signed_at = $8, nonce = $9, hash = $10, pseudonym = $11`);
const SAVE = written('marks = $6');

interface Facts {
  readonly initiativeId: string;
  readonly roundId: string;
  readonly contestId: string;
  readonly extra: boolean;
  readonly rule: RoundRule;
  readonly knownAs: string | null;
}

interface MarksInput {
  readonly scorecardId: string;
  readonly version: number;
  readonly marks: readonly GivenMark[];
}

export async function signCard({ asked, asker, client }: ActGiven): Promise<string> {
  const { scorecardId: id, version, marks: given } = asked['input'] as MarksInput;
  const facts = await first<Facts & Record<string, unknown>>(client, 'card', [FACTS, [id, asker.personId]]);
  const at = new Date();
  const marks = completeMarks(facts.rule.rubric, given);
  const total = totalOf(marks);
  const nonce = randomBytes(16).toString('hex');
  const judge =
    facts.knownAs ??
    `GK-${createHmac('sha256', 'benchmark'.repeat(4)).update(`judge ${facts.contestId} ${asker.personId}`).digest('hex').slice(0, 16)}`;
  const sealed = marks.map(({ criterion, points }) => ({ criterion, points, commentHash: null }));
  const hash = cardHash(nonce, {
    id,
    roundId: facts.roundId,
    initiativeId: facts.initiativeId,
    extra: facts.extra,
    judge,
    marks: sealed,
    total,
    signedAt: at.toISOString(),
  });
  const entries = entry({
    actor: asker.personId,
    operation: 'signScorecard',
    at,
    subjectType: 'Scorecard',
    subjectId: id,
    after: { hash },
  });
  const events = JSON.stringify([
    { id: randomUUID(), type: 'scorecard.signed', payload: { scorecardId: id, roundId: facts.roundId }, availableAt: at },
  ]);
  const values = [id, asker.personId, version, events, entries, JSON.stringify(marks), total, at, nonce, hash, judge];
  const { json } = await first<{ json: string }>(client, 'sign card', [SIGN, values]);
  return `{"data":{"signScorecard":${json}}}`;
}

export async function saveCard({ asked, asker, client }: ActGiven): Promise<string> {
  const { scorecardId: id, version, marks: given } = asked['input'] as MarksInput;
  const { rule } = await first<Facts & Record<string, unknown>>(client, 'card', [FACTS, [id, asker.personId]]);
  const marks = draftMarks(rule.rubric, given);
  const after = { version: version + 1 };
  const entries = entry({
    actor: asker.personId,
    operation: 'saveScorecard',
    at: new Date(),
    subjectType: 'Scorecard',
    subjectId: id,
    after,
  });
  const { json } = await first<{ json: string }>(client, 'save card', [
    SAVE,
    [id, asker.personId, version, '[]', entries, JSON.stringify(marks)],
  ]);
  return `{"data":{"saveScorecard":${json}}}`;
}
