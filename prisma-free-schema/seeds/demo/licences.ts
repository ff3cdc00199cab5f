import { SYSTEM, addDays, addMonths, localDate } from '#lib/kernel';
import { LicenceKindService, type LicenceOrder, LicenceService } from '#lib/procedure';
import { BUSINESSES, BUSINESS_NAMES, SPEAKERS, licenceKinds } from '../content/index.js';
import { type Season, daysOn, of2025 } from './season.js';
import { type Timeline } from './timeline.js';

const COMMUNES = ['09832', '09856', '09871', '09877'];
const OF_EACH = 180;
/** When the communes took in their lists. */
const IMPORTED_DAYS_AGO = 100;
/** Ends lie from so many days before today on, a few days apart: some before, around and after Tết. */
const FIRST_END = -30;
const DAYS_APART = 2;

/** One of so many, by its place. */
const turn = <T>(of: readonly T[], at: number): T => {
  const one = of[at % of.length];
  if (one === undefined) throw new Error('There is nothing to choose of');
  return one;
};

/** Licences of the communes of today, illustrative, as they stood in lists of theirs. */
export function planLicences(season: Season, timeline: Timeline, now: Date): void {
  const kinds: string[] = [];
  timeline.add(daysOn(now, -IMPORTED_DAYS_AGO), async () => {
    for (const kind of licenceKinds)
      kinds.push((await season.get(LicenceKindService).enterLicenceKind(SYSTEM, { ...kind, illustrative: true })).id);
    for (const code of COMMUNES)
      await season.get(LicenceService).enterLicences(SYSTEM, licencesOf(season.unit(of2025(code)), { code, kinds, today: localDate(now) }));
  });
}

function licencesOf(unitId: string, { code, kinds, today }: { code: string; kinds: readonly string[]; today: string }): LicenceOrder[] {
  return Array.from({ length: OF_EACH }, (_, at) => {
    const place = at % licenceKinds.length;
    const term = licenceKinds[place]?.term ?? null;
    const end = addDays(today, FIRST_END + at * DAYS_APART + (COMMUNES.indexOf(code) % DAYS_APART));
    const issuedOn = addMonths(end, -12 * (term?.amount ?? 4));
    return {
      ...{ kindId: kinds[place] ?? '', unitId, number: `${String(at + 1)}/GP-MH`, issuedOn, expiresOn: term ? end : null },
      ...{ illustrative: true, holder: `${turn(BUSINESSES, at)} ${turn(BUSINESS_NAMES, at * 3 + place)} (minh họa)` },
      contact: turn(SPEAKERS, at * 5 + place),
      // Most lists have a telephone number, few an address of mail; numbers that nobody has.
      phone: at % 9 === 8 ? null : `0900${String(Number(code) * 1000 + at).slice(-6)}`,
      email: at % 12 === 5 ? `coso${code}.${String(at)}@example.vn` : null,
      address: `Thôn ${String(1 + (at % 8))} (minh họa)`,
    };
  });
}
