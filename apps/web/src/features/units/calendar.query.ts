import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

const calendarRow = graphql(`
  fragment CalendarRow on WorkingCalendar {
    id
    year
    decisionNumber
    issuer
    decidedOn
    daysOff
    daysWorked
    version
    canChange
  }
`);

export const WORKING_CALENDARS = graphql(
  `
    query WorkingCalendars {
      workingCalendars {
        ...CalendarRow
      }
    }
  `,
  [calendarRow],
);

export type CalendarRow = ResultOf<typeof calendarRow>;

export const TERM_END = graphql(`
  query TermEnd($occurredOn: LocalDate!, $amount: Int!, $countedIn: TermUnit!) {
    termEnd(occurredOn: $occurredOn, amount: $amount, countedIn: $countedIn) {
      lastDay
      workingDays
    }
  }
`);

export const ENTER_CALENDAR = graphql(
  `
    mutation EnterWorkingCalendar($input: EnterWorkingCalendarInput!) {
      answer: enterWorkingCalendar(input: $input) {
        __typename
        ...CalendarRow
        ...RefusalParts
      }
    }
  `,
  [calendarRow, refusalParts],
);

export const CHANGE_CALENDAR = graphql(
  `
    mutation ChangeWorkingCalendar($input: ChangeWorkingCalendarInput!) {
      answer: changeWorkingCalendar(input: $input) {
        __typename
        ...CalendarRow
        ...RefusalParts
      }
    }
  `,
  [calendarRow, refusalParts],
);
