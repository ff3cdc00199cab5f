import { type DepartureKind, type Track, isDecided, proposeAwards } from '#domain/contest';
import { type InitiativeName } from '#lib/initiative';
import { type NamedTier, type PrizeField } from './prize-field.queries.js';

/** Equals of whom not all can have the same prize, with what there is for them. */
export interface AwardTieRow {
  readonly track: Track | null;
  readonly rank: number;
  readonly score: string;
  readonly decided: boolean;
  readonly initiatives: readonly InitiativeName[];
  readonly prizes: readonly (Pick<NamedTier, 'key' | 'nameVi' | 'nameEn' | 'quantity'> & { readonly tierId: string })[];
}

/** An initiative that gets no prize though one was proposed, or its equals got theirs. */
export interface WithheldRow {
  readonly initiative: InitiativeName;
  readonly kind: DepartureKind;
  readonly reason: string;
}

export function tiesOf({ places, tiers, list }: PrizeField): AwardTieRow[] {
  const named = namesIn(places);
  const byId = new Map(tiers.map((tier) => [tier.id, tier]));
  const exact = new Map(places.map(({ initiativeId, exactScore }) => [initiativeId, exactScore]));
  return proposeAwards(places, tiers).ties.map((tie) => ({
    track: tie.track,
    rank: tie.rank,
    score: exact.get(tie.initiativeIds[0] ?? '') ?? tie.score,
    decided: isDecided(tie, list),
    initiatives: tie.initiativeIds.map(named),
    prizes: tie.prizes.map(({ tierId, quantity }) => {
      const { key = '', nameVi = '', nameEn = '' } = byId.get(tierId) ?? {};
      return { tierId, key, nameVi, nameEn, quantity };
    }),
  }));
}

export function withheldOf({ places, list }: PrizeField): WithheldRow[] {
  const named = namesIn(places);
  return list.flatMap(({ initiativeId, tierId, departure }) =>
    tierId === null && departure ? [{ initiative: named(initiativeId), ...departure }] : [],
  );
}

function namesIn(places: PrizeField['places']): (id: string) => InitiativeName {
  const names = new Map(places.map(({ initiativeId: id, code, title }) => [id, { id, receiptNumber: code, title }]));
  return (id) => names.get(id) ?? { id, receiptNumber: null, title: '' };
}
