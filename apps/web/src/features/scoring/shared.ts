/** What other features put on their pages. */
export { CARD, type WholeCard } from './card.query';
export { type Marks, markOf, marksOf, missingOf, sentMarks } from './marks';
export { Rubric } from './rubric';
export { Signing } from './signing';
