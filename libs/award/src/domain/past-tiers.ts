import { type PrizeTierFacts } from '#domain/contest';
import { foldMarks } from '#lib/kernel';

type Tier = Pick<PrizeTierFacts, 'key' | 'nameVi' | 'nameEn'>;

/** What every contest calls its prizes, the highest first. */
const USUAL: readonly Tier[] = [
  { key: 'SPECIAL', nameVi: 'Giải Đặc biệt', nameEn: 'Special prize' },
  { key: 'FIRST', nameVi: 'Giải Nhất', nameEn: 'First prize' },
  { key: 'SECOND', nameVi: 'Giải Nhì', nameEn: 'Second prize' },
  { key: 'THIRD', nameVi: 'Giải Ba', nameEn: 'Third prize' },
  { key: 'CONSOLATION', nameVi: 'Giải Khuyến khích', nameEn: 'Consolation prize' },
];

const KEY_MAX = 40;

/** `Giải Nhất`, `giải nhất` and `Nhất` are one prize. */
const folded = (name: string): string => foldMarks(name).replace(/^giai /, '');

/** The key of the tier that is meant by a name; where none of them is called so, one made of the name. */
export function tierKey(prize: string, tiers: readonly Tier[] = USUAL): string {
  const wanted = folded(prize);
  const known = tiers.find(({ key, nameVi, nameEn }) => [key, nameVi, nameEn].some((name) => folded(name) === wanted));
  return (
    known?.key ??
    wanted
      .replace(/[^a-z0-9]+/g, '_')
      .toUpperCase()
      .slice(0, KEY_MAX)
  );
}

/** The prize plan that prizes were given by: as many of each tier as there are, the usual ones first in their order. */
export function plannedTiers(given: readonly { readonly prize: string; readonly amount: number }[]): PrizeTierFacts[] {
  const groups = Map.groupBy(given, ({ prize }) => tierKey(prize));
  const place = (key: string) => USUAL.findIndex((tier) => tier.key === key);
  const keys = [...groups.keys()].sort((one, other) => ((place(one) + 100) % 100) - ((place(other) + 100) % 100));
  return keys.map((key) => {
    const prizes = groups.get(key) ?? [];
    const name = prizes[0]?.prize ?? key;
    const { nameVi, nameEn } = USUAL.find((tier) => tier.key === key) ?? { nameVi: name, nameEn: name };
    return { key, nameVi, nameEn, quantity: prizes.length, amount: prizes[0]?.amount ?? 0 };
  });
}
