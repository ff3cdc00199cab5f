/** What each value of an enum of figures and services says. */
export const SERVICE_VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  AdoptionCounted: {
    EXPECTED: 'Communes that are not exempt.',
    IN_USE: 'Those of them where it is in use.',
    OVERDUE: 'Past the due date of the roll-out, and not there yet.',
  },
  FigureSourceKind: {
    INSPECTION: 'Who went and looked.',
    OTHER: 'Somebody else.',
    PRESS: 'A newspaper, a broadcaster.',
    REPORTED: 'The commune, in its report.',
    SYSTEM: 'The system, that counted what happened; nobody typed it.',
  },
  TypedSource: {
    INSPECTION: 'Who went and looked.',
    OTHER: 'Somebody else.',
    PRESS: 'A newspaper, a broadcaster.',
  },
  ProcedureLevel: {
    COMMUNE: 'A commune, town or ward.',
    DISTRICT: 'A district.',
    MINISTRY: 'A ministry.',
    PROVINCE: 'A province or a city of its rank.',
  },
  CaseFinding: {
    FOUND: 'It was so.',
    NOT_FOUND: 'Nothing of it was found.',
  },
  CaseKind: {
    ATTITUDE: 'How they were treated.',
    EXTRA_COST: 'Somebody suggested to pay extra.',
  },
  RatingReason: {
    ATTITUDE: 'How one was treated.',
    EXTRA_COST: 'Somebody suggested to pay extra.',
    MORE_TRIPS: 'One had to come more than once.',
    UNCLEAR: 'It was not clear what to do.',
    WAITING: 'It took long.',
  },
  RatingVerdict: {
    COUNT: 'They count after all.',
    EXCLUDE: 'They are left out.',
  },
  SignalRule: {
    LOW_SHARE: 'More low ratings in one week than chance makes.',
    WORSE_RUN: 'Seven weeks in a row with more low ratings than usual.',
  },
  SheetPaper: {
    A4: '210 by 297 millimetres.',
    A5: 'Half of that.',
  },
  LicenceState: {
    ACTIVE: 'In force, or ended without a renewal so far.',
    CLOSED: 'Its business is no more.',
    RENEWED: 'Another took its place.',
    REVOKED: 'It was taken back.',
  },
  LicenceEnd: {
    CLOSED: 'Its business is no more.',
    REVOKED: 'It was taken back.',
  },
  LicenceStanding: {
    DUE: 'Its renewal is due: holders are reminded from now on.',
    EXPIRED: 'Its last day is over.',
    OVERDUE: 'The last day to file its renewal is over.',
    VALID: 'Nothing is due.',
  },
  LimitUnit: {
    DAY: 'Days of the calendar.',
    HOUR: 'Hours in which offices work.',
    WORKING_DAY: 'Days on which offices work.',
  },
};
