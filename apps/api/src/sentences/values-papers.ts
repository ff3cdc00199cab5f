const PAPER_KINDS = {
  JURY_DECISION: 'The decision by which the jury of a contest is set up.',
  SCREENING_MINUTES: 'Minutes of the screening of a contest.',
  ROUND_MINUTES: 'Minutes of a closed round of judging.',
  ROUND_SCORECARDS: 'The cards of a closed round that count, as their judges signed them, for the archive.',
  DELIBERATION_MINUTES: 'Minutes of the meeting of the jury that settles the result.',
  RESULT_SUBMISSION: 'The letter by which a result and its prizes are submitted.',
  RESULT_DECISION: 'The decision on a result and its prizes.',
  RESULT_LIST: 'The list of prizes that goes with the decision on them.',
  CONTEST_REPORT: 'The report on what came of a contest.',
  ADOPTION_DECISION: 'The decision by which an initiative is rolled out.',
  ROLLOUT_MATRIX: 'How far each unit of a roll-out is.',
  YEAR_MATRIX: 'How far each unit is in the roll-outs of what was entered in a contest.',
  PERIOD_REPORT: 'The report on adoption in a reporting period.',
};

/** What each value of an enum of papers and certificates says. */
export const PAPER_VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  PaperKind: PAPER_KINDS,
  PaperTemplateKind: {
    ...PAPER_KINDS,
    CERTIFICATE: 'The certificates of prizes.',
    RECOGNITION_CERTIFICATE: 'The certificates of recognitions.',
  },
  PaperState: {
    DRAFT: 'It can be filled anew.',
    FROZEN: 'Its file is made and waits to be signed.',
    SIGNED: 'It is signed, has its number, and stays.',
  },
  PaperGap: {
    NO_BASES: 'No legal basis is in force.',
    BASES_CHANGED: 'Other bases are in force than those it names: it is to be filled anew.',
    NO_SIGNER: 'Who signs is not said; minutes are signed by two.',
    NO_SIGNER_NAME: 'Somebody who signs has no name.',
    NO_RECIPIENTS: 'Nobody receives it.',
  },
  PaperBasisStanding: {
    IN_FORCE: 'Papers name it.',
    NOT_YET: 'Its first day has not come.',
    ENDED: 'Its last day is past.',
  },
  PaperLack: {
    NO_JURY: 'The contest has no judges.',
    NO_CHAIR: 'The jury has no chair.',
    NOT_SCREENED: 'Dossiers wait to be screened, or there are none.',
    ROUND_NOT_CLOSED: 'The round is not closed.',
    RESULT_NOT_FINAL: 'A round is not closed, or there is no result.',
    NO_PRIZE_LIST: 'The list of prizes was not submitted.',
    NO_UNITS: 'No unit is expected in the roll-out.',
    NO_ROLLOUT: 'Nothing that was entered in the contest is rolled out.',
    NO_REPORT: 'No unit has reported in the period.',
  },
  CertificateState: {
    VALID: 'It holds.',
    REVOKED: 'It was revoked by a decision, or its prize or recognition was.',
    REPLACED: 'Another one was given in its place, by a decision.',
  },
  CertificatePrintForm: {
    ONE_FILE: 'One PDF for the printer, a page each.',
    EACH: 'A PDF each, in an archive.',
  },
  PaperFormat: {
    PDF: 'As it is signed.',
    DOCX: 'To be edited.',
  },
};
