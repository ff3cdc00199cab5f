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
  ActionState: {
    CANCELLED: 'Given up, with a reason.',
    CLAIMED: 'Its owner says that it was done.',
    EFFECTIVE: 'A later check showed that it worked.',
    OPEN: 'It is to be done.',
    REOPENED: 'It is to be done anew.',
    VERIFIED: 'Somebody else saw that it was done; whether it worked shows later.',
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
  ReminderState: {
    CANCELLED: 'The licence was renewed or has ended, or its holder wants no reminders.',
    DUE: 'It is made today, or since.',
    FAILED: 'It reached nobody; another way is tried.',
    PLANNED: 'Its day has not come.',
    POSTED: 'A letter was posted.',
    REACHED: 'The holder was reached on the telephone.',
    SENT: 'A mail or a short message was sent.',
    SUPERSEDED: 'A later step took its place.',
  },
  ReminderChannel: {
    CALL: 'By telephone.',
    LETTER: 'By a letter on paper.',
    MAIL: 'By e-mail, which the platform sends.',
    SMS: 'By a short message, which a provider sends.',
  },
  SentChannel: {
    LETTER: 'By a letter on paper.',
    SMS: 'By a short message, which a provider sends.',
  },
  ReminderWording: {
    BEFORE: 'That the renewal is to be filed by a day.',
    EXPIRED: 'That the licence has ended.',
    OVERDUE: 'That the last day to file is over.',
  },
  CallOutcome: {
    NO_ANSWER: 'Nobody answered; it stays on the list.',
    REACHED: 'The holder was told.',
    WRONG_NUMBER: 'The number is not theirs; another way is needed.',
  },
  OptOutScope: {
    ALL: 'Of all that the telephone number or address stands on.',
    LICENCE: 'Of this one.',
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
  PaperKind: {
    SCREENING_MINUTES: 'Minutes of the screening of a contest.',
    ROUND_MINUTES: 'Minutes of a closed round of judging.',
    RESULT_SUBMISSION: 'The letter by which a result and its prizes are submitted.',
    RESULT_DECISION: 'The decision on a result and its prizes.',
    PERIOD_REPORT: 'The report on adoption in a reporting period.',
  },
  PaperTemplateKind: {
    SCREENING_MINUTES: 'Minutes of the screening of a contest.',
    ROUND_MINUTES: 'Minutes of a closed round of judging.',
    RESULT_SUBMISSION: 'The letter by which a result and its prizes are submitted.',
    RESULT_DECISION: 'The decision on a result and its prizes.',
    PERIOD_REPORT: 'The report on adoption in a reporting period.',
    CERTIFICATE: 'The certificates of prizes.',
  },
  CertificateState: {
    VALID: 'It holds.',
    REVOKED: 'It was revoked by a decision, or its prize was.',
    REPLACED: 'Another one was given in its place, by a decision.',
  },
  CertificatePrintForm: {
    ONE_FILE: 'One PDF for the printer, a page each.',
    EACH: 'A PDF each, in an archive.',
  },
  PaperState: {
    DRAFT: 'It can be filled anew.',
    FROZEN: 'Its file is made and waits to be signed.',
    SIGNED: 'It is signed, has its number, and stays.',
  },
  PaperGap: {
    NO_BASES: 'No legal basis is in force.',
    NO_SIGNER: 'Who signs is not said; minutes are signed by two.',
    NO_SIGNER_NAME: 'Somebody who signs has no name.',
    NO_RECIPIENTS: 'Nobody receives it.',
  },
  PaperLack: {
    NOT_SCREENED: 'Dossiers wait to be screened, or there are none.',
    ROUND_NOT_CLOSED: 'The round is not closed.',
    NO_PRIZE_LIST: 'The list of prizes was not submitted.',
    NO_REPORT: 'No unit has reported in the period.',
  },
  RecognitionState: {
    APPLIED: 'It waits to be received.',
    ACCEPTED: 'It is in the register and waits for a council.',
    SITTING: 'The council sits.',
    RECOGNISED: 'Two thirds agreed.',
    REFUSED: 'They did not, with reasons.',
    REVOKED: 'It was recognised, and that was taken back by a decision.',
  },
  CouncilRole: {
    CHAIR: 'Its chair.',
    DEPUTY: 'Its deputy chair.',
    SECRETARY: 'Its secretary.',
    MEMBER: 'A member.',
  },
  VoteBase: {
    SEATED: 'Of all who are seated, present or not.',
    PRESENT: 'Of those present.',
  },
  PaperFormat: {
    PDF: 'As it is signed.',
    DOCX: 'To be edited.',
  },
  LimitUnit: {
    DAY: 'Days of the calendar.',
    HOUR: 'Hours in which offices work.',
    WORKING_DAY: 'Days on which offices work.',
  },
  UnitReading: {
    NEW: 'By the units that came after 1 July 2025.',
    OLD: 'By the units that the roll-out began with.',
  },
};
