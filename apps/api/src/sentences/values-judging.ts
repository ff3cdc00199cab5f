/** What each value of an enum of judging and prizes says. */
export const JUDGING_VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Aggregation: {
    MEAN: 'The mean of all cards.',
    MEDIAN: 'The middle one of all cards.',
    TRIMMED_MEAN: 'The mean without the highest and the lowest.',
  },
  AgreementMeasure: {
    CRONBACH_ALPHA: 'How far the criteria measure one thing.',
    ICC_1_AVERAGE: 'How reliable the mean of the judges is, where each initiative had others.',
    ICC_1_SINGLE: 'How reliable one judge is, where each initiative had others.',
    ICC_2_AVERAGE: 'How reliable the mean of the judges is, where all had the same initiatives.',
    ICC_2_SINGLE: 'How reliable one judge is, where all had the same initiatives.',
    KENDALL_W: 'How far the judges put the initiatives in one order.',
    KRIPPENDORFF_INTERVAL: 'How far the points agree beyond chance.',
    KRIPPENDORFF_ORDINAL: 'How far the orders agree beyond chance.',
  },
  AssignmentConstraint: {
    AWAY: 'The judge is away on these days.',
    CONFLICT: 'A conflict of interest stands against it.',
    EXCUSED: 'The judge was excused from this card.',
    FULL: 'The judge has as many cards as they take.',
    PAIR: 'The judge may not sit beside another who is on it.',
    UNIT: 'As many judges of one unit are on it as may be.',
  },
  AssignmentKeep: {
    AFTER_FIT: 'Cards that were given may move where areas fit better.',
    BEFORE_FIT: 'Cards that were given stay, whatever fits better.',
  },
  AssignmentLoads: {
    SMALLEST_SPREAD: 'Loads are as even as can be.',
    STATED_BOUNDS: 'Loads only stay within the bounds of each judge.',
  },
  AssignmentObjective: {
    TOTAL_FIT: 'The sum of all fits is as large as can be.',
    WORST_SERVED: 'The initiative that is served worst is served as well as can be.',
  },
  AwardDecisionState: {
    APPROVED: 'The leader has approved it; it is not public yet.',
    DRAFT: 'It is being drawn up.',
    PUBLISHED: 'Everybody can read it.',
    SUBMITTED: 'It waits for the leader.',
  },
  AwardDepartureKind: {
    STANDINGS: 'Another prize than standings and plan propose.',
    TIE: 'A decision among equals of whom not all could have the same.',
  },
  CardFate: {
    DROPPED: 'A card that was given and would be taken away.',
    KEPT: 'A card that was given and stays.',
    NEW: 'A card that would be given.',
    RELEASED: 'A card that was begun and would be taken away.',
  },
  Combination: {
    FINAL_ONLY: 'The last round alone decides.',
    WEIGHTED: 'All rounds count, each with its weight.',
  },
  ConflictSource: {
    DECLARED: 'The judge told of it.',
    DETECTED: 'The platform found it in its own records.',
    SET: 'Somebody else told of it.',
  },
  ConflictType: {
    AUTHOR: 'The judge is its author.',
    CO_AUTHOR: 'The judge has written together with one of its authors.',
    FAMILY: 'The judge is of the family of an author.',
    FINANCIAL: 'The judge has money in it.',
    OTHER: 'Something else, told in words.',
    RELATED_UNIT: 'The judge’s unit is above or below the one that sent it in.',
    SAME_UNIT: 'The judge works for the unit that sent it in.',
  },
  AuthorRead: {
    ROUNDS: 'The rounds that it reached.',
    RANK: 'Its rank.',
    SCORE: 'Its score.',
    COMMENTS: 'The comments of the judges, without their names.',
  },
  CorrectionKind: {
    CARD_EXCUSED: 'A card is taken out of the count.',
    CARD_RESIGNED: 'A card gets other marks, signed by its judge.',
  },
  CorrectionState: {
    APPLIED: 'It was done; the result has another version.',
    PROPOSED: 'It waits for the corrected marks of the judge.',
    READY: 'It waits for the second person.',
    REJECTED: 'The second person refused it.',
    WITHDRAWN: 'Who proposed it took it back.',
  },
  CutOffJoin: {
    ALL: 'Both conditions are needed.',
    ANY: 'One of the conditions is enough.',
  },
  FinalStandingState: {
    BELOW_FINAL: 'It did not reach the last round.',
    FINALIST: 'It was judged in the last round.',
    KNOCKED_OUT: 'A mark was below a knock-out minimum.',
  },
  FurtherMark: {
    DECIDES: 'The further card alone counts.',
    JOINS: 'The further card counts beside the others.',
    REPLACES: 'The further card takes the place of the one it is furthest from.',
  },
  JuryInvitationState: {
    ACCEPTED: 'They sit on the jury.',
    DECLINED: 'They do not wish to.',
    INVITED: 'It waits for their answer.',
    WITHDRAWN: 'It was taken back before an answer.',
  },
  PresentationState: {
    PRESENTED: 'It was presented.',
    PRESENTING: 'It is being presented now.',
    WAITING: 'Its turn comes.',
  },
  PrizeTrack: {
    GROUP: 'Of several authors.',
    INDIVIDUAL: 'Of one author.',
  },
  RankedOn: {
    ROUNDED: 'Ranks are made of rounded scores.',
    UNROUNDED: 'Ranks are made of exact scores.',
  },
  ReopeningState: {
    APPROVED: 'The card is a draft again.',
    REFUSED: 'The card stays as it was signed.',
    REQUESTED: 'It waits for the second person.',
    WITHDRAWN: 'Who asked for it took it back.',
  },
  RoundResultCause: {
    CLOSING: 'The round was closed.',
    CORRECTION: 'The closed round was corrected.',
  },
  NameDecision: {
    HIDE: 'They read it without the names and words, and do not get the files that are withheld.',
    LEAVE: 'They read it as it is.',
  },
  NameKind: {
    AUTHOR: 'An author of the initiative.',
    UNIT: 'The unit that owns it, or one of an author.',
  },
  NameLookState: {
    CLEAR: 'No name was found.',
    HIDDEN: 'The names are hidden.',
    LEFT: 'It was decided to leave it as it is.',
    NOT_LOOKED: 'It was not looked through yet.',
    UNDECIDED: 'Names were found, and nobody has decided.',
  },
  RoundState: {
    CLOSED: 'It has a result.',
    OPEN: 'Judges mark and sign.',
    PLANNED: 'Judges are being assigned.',
    SETTLING: 'Further judges mark where first cards diverge.',
  },
  ScorecardState: {
    DRAFT: 'It is being marked.',
    EXCUSED: 'It does not count and need not be marked.',
    SIGNED: 'It counts.',
  },
  StandingState: {
    CUT_OFF: 'It does not pass into the next round.',
    KNOCKED_OUT: 'A mark was below a knock-out minimum.',
    PASSED: 'It passes.',
  },
  TieBreakKind: {
    CHAIR_VOTE: 'The chair decides.',
    CRITERION: 'The higher mean mark of one criterion.',
    ROUND_SCORE: 'The higher score of one round.',
  },
  Trimming: {
    CRITERIA: 'The highest and the lowest mark of each criterion are left out.',
    SHEETS: 'The cards with the highest and the lowest total are left out.',
  },
  Visibility: {
    ANONYMOUS: 'Judges see neither authors nor units.',
    NAMED: 'Judges see authors and units.',
  },
};
