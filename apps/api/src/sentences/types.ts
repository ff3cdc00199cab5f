/** What a type is that the code names in a list of several, or nowhere. */
export const TYPES: Readonly<Record<string, string>> = {
  Aggregation: 'How the cards of an initiative become its score.',
  Combination: 'How the rounds become the final score.',
  ContestDecisionKind: 'What was decided about a contest.',
  ContestDocumentKind: 'What kind of paper it is.',
  OverdueKind: 'What is late.',
  ReportState: 'Where a report stands.',
  SeatKind: 'What a seat in a contest is for.',
  TieBreakKind: 'What decides between equals.',
  Query: 'What can be asked.',
  Mutation: 'What can be done. Each act answers with what it changed, or with a refusal.',
  Subscription: 'What can be followed: the query of the same name, asked again whenever its answer has changed.',
};
