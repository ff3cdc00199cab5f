/** What each value of an enum of figures and services says. */
export const SERVICE_VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
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
};
