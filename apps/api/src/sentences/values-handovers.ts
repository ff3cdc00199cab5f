/** What the values of enums of handovers and letters mean. */
export const HANDOVER_VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ServiceModelKind: {
    AT_HOME: 'Results are brought home to who asks for it.',
    CEREMONY: 'Results are given at a ceremony.',
  },
  HandoverOccasion: {
    BIRTH: 'A birth.',
    MARRIAGE: 'A marriage: both spouses sign and receive in person.',
    DEATH: 'A death: nobody is congratulated, nor asked to rate.',
    OTHER: 'Anything else.',
  },
  HandoverPlace: {
    HOME: 'At home, where that was asked for.',
    CEREMONY: 'At a ceremony.',
    OFFICE: 'At the office; always so after nobody was there twice.',
    POST: 'By post.',
  },
  HandoverLevel: {
    DISTRICT_LEADER: 'A leader of the district.',
    COMMUNE_LEADER: 'A leader of the commune.',
    OFFICER: 'An officer.',
    POSTAL: 'The post.',
  },
  HandoverLetter: {
    CONGRATULATION: 'One of congratulation.',
    CONDOLENCE: 'One of condolence, after a death alone.',
    NONE: 'None.',
  },
  HandoverOutcome: {
    HANDED: 'It was handed over.',
    ABSENT: 'Nobody was there.',
    DECLINED: 'It was not wanted in this way.',
  },
  HandoverCorrectionReason: {
    TYPED_WRONG: 'It was typed wrong.',
    ENTERED_TWICE: 'It was entered twice.',
    NOT_OF_MODEL: 'It is not of the model.',
    LEARNT_LATER: 'How it was is known only since.',
  },
  LetterKind: {
    CONGRATULATION: 'To congratulate.',
    CONDOLENCE: 'To condole.',
  },
  LetterTemplateState: {
    PROPOSED: 'It waits for the head to approve it.',
    APPROVED: 'Letters are made by it.',
    RETIRED: 'Another took its place.',
  },
  LetterFormat: {
    PDF: 'As it is printed.',
    DOCX: 'To be edited.',
  },
};
