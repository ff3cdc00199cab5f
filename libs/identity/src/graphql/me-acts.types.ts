import { Field, ObjectType } from '@nestjs/graphql';

/** The acts that make something of nothing: no object offers them, so who is signed in does. */
export const ACTS_OF_ME = [
  'createArea',
  'createContest',
  'recordPastContest',
  'createUnit',
  'createPerson',
  'invitePerson',
  'enterWorkingCalendar',
  'checkProcedure',
  'enterLicenceKind',
  'enterLicence',
  'openCounter',
  'recordTransactions',
  'orderInspection',
  'adoptInitiative',
  'recordOwnAdoption',
  'openReportingPeriod',
  'enterTitleKind',
  'enterEligibilityRule',
  'placeHold',
  'draftPaper',
  'draftPilot',
  'enterIndexScheme',
  'openIndexYear',
  'addServiceModel',
  'writeLetterTemplate',
  'verifyAudit',
] as const;

export type ActsOfMe = { readonly [A in (typeof ACTS_OF_ME)[number] as `can${Capitalize<A>}`]: boolean };

@ObjectType({ isAbstract: true })
export abstract class MeActs implements ActsOfMe {
  @Field({ description: 'Whether you may enter an area that contests choose from.' }) canCreateArea!: boolean;
  @Field({ description: 'Whether you may draft a contest of a unit of yours.' }) canCreateContest!: boolean;
  @Field({ description: 'Whether you may enter a contest of a year before the platform.' }) canRecordPastContest!: boolean;
  @Field({ description: 'Whether you may enter a unit below one of yours.' }) canCreateUnit!: boolean;
  @Field({ description: 'Whether you may enter a person.' }) canCreatePerson!: boolean;
  @Field({ description: 'Whether you may enter a person and invite them by mail.' }) canInvitePerson!: boolean;
  @Field({ description: 'Whether you may enter the working days of a year.' }) canEnterWorkingCalendar!: boolean;
  @Field({ description: 'Whether you may say that a procedure of the catalogue was checked.' }) canCheckProcedure!: boolean;
  @Field({ description: 'Whether you may enter a kind of licence.' }) canEnterLicenceKind!: boolean;
  @Field({ description: 'Whether you may enter a licence into the register of a unit of yours.' }) canEnterLicence!: boolean;
  @Field({ description: 'Whether you may open a counter in a unit of yours.' }) canOpenCounter!: boolean;
  @Field({ description: 'Whether you may say how many transactions a unit of yours had in a month.' }) canRecordTransactions!: boolean;
  @Field({ description: 'Whether you may order an inspection of a unit of yours.' }) canOrderInspection!: boolean;
  @Field({ description: 'Whether you may have an initiative rolled out.' }) canAdoptInitiative!: boolean;
  @Field({ description: 'Whether you may enter what a unit of yours took up by itself.' }) canRecordOwnAdoption!: boolean;
  @Field({ description: 'Whether you may open a period that communes report on.' }) canOpenReportingPeriod!: boolean;
  @Field({ description: 'Whether you may enter a kind of title.' }) canEnterTitleKind!: boolean;
  @Field({ description: 'Whether you may say what a title asks for.' }) canEnterEligibilityRule!: boolean;
  @Field({ description: 'Whether you may have titles of somebody wait.' }) canPlaceHold!: boolean;
  @Field({ description: 'Whether you may begin a paper of a unit of yours.' }) canDraftPaper!: boolean;
  @Field({ description: 'Whether you may begin a pilot of a roll-out.' }) canDraftPilot!: boolean;
  @Field({ description: 'Whether you may enter a scheme of the reform index.' }) canEnterIndexScheme!: boolean;
  @Field({ description: 'Whether you may open a year of the reform index.' }) canOpenIndexYear!: boolean;
  @Field({ description: 'Whether you may say that units hand over results at home or at a ceremony.' }) canAddServiceModel!: boolean;
  @Field({ description: 'Whether you may write a template of letters of a unit of yours.' }) canWriteLetterTemplate!: boolean;
  @Field({ description: 'Whether you may have the log checked.' }) canVerifyAudit!: boolean;
}
