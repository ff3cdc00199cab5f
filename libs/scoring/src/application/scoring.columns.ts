import { sql } from 'kysely';
import { type Actor } from '#lib/kernel';
import { titleOf } from '#lib/jury';
import { toldUntil } from '../domain/round/deadline.js';
import { isSignedAs } from './common/scope.js';

/** Of cards `c`: not signed, as it is told to those who look on. */
export const openCards = (now: Date) => sql<boolean>`(c.state <> 'EXCUSED' and not ${isSignedAs(toldUntil(now))})`;

/** Round `r` with its contest, in the reader's language. */
export const roundOf = (actor: Actor) => sql`(r.rule->>${actor.locale === 'en' ? 'nameEn' : 'nameVi'}) || ' · ' || ${titleOf(actor)}`;

export const JUDGING_ENDS = sql`(select p.ends_at from phase p where p.contest_id = ct.id and p.kind = 'JUDGING')`;

export const ROUND_PATH = sql`'/contests/' || ct.id || '/rounds/' || r.id || '/assignments'`;
