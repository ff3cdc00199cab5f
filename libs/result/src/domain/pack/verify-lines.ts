import { type FinalLine } from '../result/final-standings.js';
import { type StandingLine } from '../result/standings.js';
import { Misfit, type PackPlace, expectSame } from './faults.js';
import { type PackedCriterion, type PackedFinalLine, type PackedLine, packedCriteria } from './pack.js';

/** Holds the standings of a round against those that were computed, best first; the computed lines name initiatives by code. */
export function verifyLines(stated: readonly PackedLine[], computed: readonly StandingLine[], round: string): void {
  verifyAll(stated, computed, {
    place: { round },
    verify: (line, should, place) => {
      expectSame('COUNTED_CARDS', place, line.cards, should.cards);
      expectSame('SCORE', place, line.score, should.score);
      expectSame('SPREAD', place, line.spread, should.spread);
      verifyCriteria(line.criteria, packedCriteria(should.criteria), place);
    },
  });
}

/** The same for the final standings. */
export function verifyFinalLines(stated: readonly PackedFinalLine[], computed: readonly FinalLine[]): void {
  verifyAll(stated, computed, {
    place: { round: 'final' },
    verify: (line, should, place) => {
      expectSame('REACHED', place, line.reached, should.reached);
      expectSame('SCORE', place, line.score, should.score);
    },
  });
}

type AnyLine = Pick<PackedLine, 'initiative' | 'place' | 'rank' | 'decidedBy'> & { readonly state: string };
type AnyComputed = Pick<StandingLine, 'initiativeId' | 'place' | 'rank' | 'decidedBy'> & { readonly state: string };

function verifyAll<S extends AnyLine, C extends AnyComputed>(
  stated: readonly S[],
  computed: readonly C[],
  { place: whole, verify }: { place: PackPlace; verify: (line: S, should: C, place: PackPlace) => void },
): void {
  const lines = new Map(stated.map((line) => [line.initiative, line]));
  const both = computed.map((should) => {
    const place = { ...whole, initiative: should.initiativeId };
    const line = lines.get(should.initiativeId);
    if (!line) throw new Misfit('STANDING_MISSING', place);
    return { line, should, place };
  });
  const known = new Set(computed.map(({ initiativeId }) => initiativeId));
  const stranger = stated.find(({ initiative }) => !known.has(initiative));
  if (stranger) throw new Misfit('STANDING_UNKNOWN', { ...whole, initiative: stranger.initiative });
  // What a rank comes from before the rank: one score that is wrong moves many others.
  for (const { line, should, place } of both) verify(line, should, place);
  for (const { line, should, place } of both) {
    expectSame('STATE', place, line.state, should.state);
    expectSame('RANK', place, line.rank, should.rank);
    expectSame('PLACE', place, line.place, should.place);
    expectSame('DECIDED_BY', place, line.decidedBy, should.decidedBy);
  }
  if (stated.length !== computed.length) throw new Misfit('INITIATIVE_TWICE', whole);
  for (const [at, { initiative, place }] of stated.entries()) expectSame('NOT_IN_ORDER', { ...whole, initiative }, place, at + 1);
}

function verifyCriteria(stated: readonly PackedCriterion[], computed: readonly PackedCriterion[], place: PackPlace): void {
  for (const [at, { criterion, points }] of computed.entries()) {
    const given = stated[at]?.criterion === criterion ? stated[at].points : null;
    expectSame('CRITERION_POINTS', { ...place, criterion }, given, points);
  }
  const more = stated[computed.length];
  if (more) throw new Misfit('CRITERION_POINTS', { ...place, criterion: more.criterion }, { stated: more.points });
}
