import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

export const reminderParts = graphql(`
  fragment ReminderParts on Reminder {
    id
    version
    licence {
      id
      licenceNumber
    }
    kind {
      name
    }
    holder
    contact
    phone
    email
    address
    expiresOn
    fileBy
    safeOn
    daysBefore
    wording
    dueOn
    late
    channel
    state
    attempts
    at
    byName
    illustrative
    canAct
    canReturn
  }
`);

const dayParts = graphql(`
  fragment ReminderDayParts on ReminderDay {
    id
    toCall
    toPost
    toMail
    failed
    doneToday
  }
`);

/** Which units have licences in force, so that there may be something to do for them. */
export const REMINDER_UNITS = graphql(`
  query ReminderUnits {
    licenceCounts {
      unit {
        id
        nameVi
        nameEn
      }
    }
  }
`);

/** What there is to do for a unit, and the part of it that is chosen. */
export const REMINDER_DAY = graphql(
  `
    query ReminderDay($unitId: ID!, $channel: ReminderChannel, $state: ReminderState!, $after: String) {
      reminderDay(unitId: $unitId) {
        ...ReminderDayParts
      }
      reminders(first: 50, unitId: $unitId, channel: $channel, state: $state, after: $after) {
        edges {
          node {
            ...ReminderParts
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [dayParts, reminderParts],
);

export const REMINDER_LETTERS = graphql(`
  query ReminderLetters($unitId: ID!, $reminderIds: [ID!]!) {
    reminderLetters(unitId: $unitId, reminderIds: $reminderIds) {
      url
    }
  }
`);

export const RECORD_CALL = graphql(
  `
    mutation RecordCall($input: RecordCallInput!) {
      answer: recordCall(input: $input) {
        __typename
        ...ReminderParts
        ...RefusalParts
      }
    }
  `,
  [reminderParts, refusalParts],
);

export const RECORD_SENT = graphql(
  `
    mutation RecordSent($input: RecordSentInput!) {
      answer: recordSent(input: $input) {
        __typename
        ...ReminderDayParts
        ...RefusalParts
      }
    }
  `,
  [dayParts, refusalParts],
);

export const RECORD_RETURNED = graphql(
  `
    mutation RecordReturned($input: RecordReturnedInput!) {
      answer: recordReturned(input: $input) {
        __typename
        ...ReminderParts
        ...RefusalParts
      }
    }
  `,
  [reminderParts, refusalParts],
);

export const SNOOZE_REMINDER = graphql(
  `
    mutation SnoozeReminder($input: SnoozeReminderInput!) {
      answer: snoozeReminder(input: $input) {
        __typename
        ...ReminderParts
        ...RefusalParts
      }
    }
  `,
  [reminderParts, refusalParts],
);

export type ReminderRow = ResultOf<typeof reminderParts>;
export type ReminderUnit = ResultOf<typeof REMINDER_UNITS>['licenceCounts'][number]['unit'];
export type ReminderDay = ResultOf<typeof dayParts>;
