/** What of the judging a result is checked by: it needs no server, no database and no Node, and so runs in a browser too. */
export { type CountedInitiative, spreadOf } from './domain/card/counting.js';
export { totalOf, whyNotPoints } from './domain/card/marks.js';
export { cardHash, type SealedMark } from './domain/card/sealed-card.js';
export { countingCards, divergent } from './domain/card/divergence.js';
