import { type Client } from '@urql/core';
import { createContext, useContext } from 'react';
import { holdDraftKey } from './draft-key';
import { type ResultOf, graphql } from './graphql';
import { sessionEnds } from './session-end';

export const ME = graphql(`
  query Me {
    me {
      id
      roles
      canCreateArea
      canCreateContest
      canRecordPastContest
      canCreateUnit
      canCreatePerson
      canInvitePerson
      canEnterWorkingCalendar
      canCheckProcedure
      canEnterLicenceKind
      canEnterLicence
      canOpenCounter
      canRecordTransactions
      canAdoptInitiative
      canRecordOwnAdoption
      canOpenReportingPeriod
      canDraftPaper
      canDraftPilot
      canEnterIndexScheme
      canOpenIndexYear
      canAddServiceModel
      canWriteLetterTemplate
      canOrderInspection
      canEnterTitleKind
      canEnterEligibilityRule
      canPlaceHold
      canVerifyAudit
      permissions {
        name
        unitIds
      }
      person {
        id
        fullName
        email
        locale
        unit {
          id
          nameVi
          nameEn
        }
        positions {
          id
          titleVi
          titleEn
        }
        grants {
          id
          state
          unit {
            id
            nameVi
            nameEn
          }
        }
      }
      secondFactor {
        id
        needed
        confirmedAt
        canEnrol
        canRenewCodes
        canRemove
        recoveryCodesLeft
        whyNotEnrol {
          code
          message
        }
      }
    }
    draftKey {
      id
      key
    }
  }
`);

export type Me = ResultOf<typeof ME>['me'];

/** Who is signed in; asked once, and again when that may have changed. */
export async function whoIsSignedIn(client: Client): Promise<Me | null> {
  const { data, error } = await client.query(ME, {}, { requestPolicy: 'network-only' }).toPromise();
  // The key alone may be refused, as before a second factor is set up.
  if (error && !data && !error.graphQLErrors.some(({ extensions }) => extensions.code === 'UNAUTHENTICATED')) throw error;
  if (data?.draftKey) holdDraftKey(data.draftKey);
  const me = data?.me ?? null;
  sessionEnds.guard(me !== null);
  return me;
}

export const SessionContext = createContext<{ readonly me: Me | null; readonly renew: () => Promise<void> }>({
  me: null,
  renew: () => Promise.resolve(),
});

/** The person who is signed in. Only on pages that nobody else reaches. */
export function useMe(): Me {
  const { me } = useContext(SessionContext);
  if (!me) throw new Error('This page is shown to people who are signed in');
  return me;
}

export const useSession = () => useContext(SessionContext);

/** Whether somebody may do this anywhere; what they may do here, each object says itself. */
export const may = (me: Me | null, permission: string): boolean => me?.permissions.some(({ name }) => name === permission) ?? false;
