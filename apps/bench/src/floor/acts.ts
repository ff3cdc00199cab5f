import { type Asked, type Asker } from './floor.js';
import { saveCard, signCard } from './cards.js';
import { saveDraft } from './drafts.js';
import { signIn } from './sign-in.js';
import { type Queries } from './queries.js';

export interface ActGiven {
  readonly asked: Asked;
  readonly asker: Asker;
  readonly client: Queries;
}

/** The best way known to do an act, with the same rules and the same traces: as few round trips as they allow. */
export interface Act {
  /** It needs neither session nor database. */
  readonly alone?: (asked: Asked) => Promise<string>;
  readonly run?: (given: ActGiven) => Promise<string>;
}

export const ACTS: Readonly<Record<string, Act>> = {
  'signing a card': { run: signCard },
  'saving a card': { run: saveCard },
  'saving a draft': { run: saveDraft },
  'signing in': { alone: signIn },
};
