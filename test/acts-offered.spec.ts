import { readFileSync } from 'node:fs';
import { type GraphQLSchema, buildSchema, getNamedType, isObjectType } from 'graphql';
import { projectFile } from '#lib/platform';
import { NEEDS_NONE, OFFERED } from './support/acts-offered.js';

const schema = buildSchema(readFileSync(projectFile('prisma-free-schema/schema.graphql'), 'utf8'));

const mutations = (of: GraphQLSchema): string[] => Object.keys(of.getMutationType()?.getFields() ?? {});

/** Of `Type.field`: a right, as a page asks for it. */
function isRight(place: string): boolean {
  const [typeName = '', fieldName = ''] = place.split('.');
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  if (!field) return false;
  return /^can[A-Z]/.test(fieldName) ? getNamedType(field.type).name === 'Boolean' : true;
}

test('every act is offered by a field, or needs none for a reason that is written down', () => {
  const known = [...Object.keys(OFFERED), ...Object.keys(NEEDS_NONE)];

  expect(known.toSorted()).toEqual(mutations(schema).toSorted());
});

test('what offers an act is a field of the schema', () => {
  const places = Object.values(OFFERED).flatMap((fields) => fields.split(' '));

  expect(places.filter((place) => !isRight(place))).toEqual([]);
});

test('every right of the schema offers an act', () => {
  const offering = new Set(Object.values(OFFERED).flatMap((fields) => fields.split(' ').map((place) => place.split('.')[1])));
  const rights = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) ? Object.keys(type.getFields()).filter((name) => /^(can|whyNot)[A-Z]/.test(name)) : [],
  );

  expect([...new Set(rights)].filter((name) => !offering.has(name)).toSorted()).toEqual(NOT_OF_AN_ACT);
});

/** Rights to read, what a statistic or a comparison says of itself, and where a choice is locked. */
const NOT_OF_AN_ACT = ['canChoose', 'canView', 'whyNotAdjusted', 'whyNotMove', 'whyNotTotals'];

/** Of a row that is less than the whole: the rights that the whole has and a row has not, and why. */
const NOT_OF_A_ROW: Readonly<Record<string, string>> = {
  'ContestSummary canAdvance canAmendRuleBook canAttach canCancel canCopy canHold canRecordInitiative canResume canSeat canSetDates canSetRuleBook whyNotAdvance whyNotApprovePlan whyNotDraftOnBehalf whyNotEnterPaper whyNotReturnPlan whyNotSetPlanApproval whyNotSubmitPlan':
    'a contest is led from its own pages; who drafts chooses one in the list',
  'InitiativeSummary canSubmit whyNotSendBack whyNotSubmit': 'they hang on all that a dossier says, which a list does not read',
  'PilotSummary whyNotConclude whyNotEdit whyNotEnd whyNotRegister whyNotStart': 'they hang on the units and the files of a pilot',
};

test('a row of a list says the rights that the whole has, or there is a reason why not', () => {
  const rightsOf = (name: string): string[] => {
    const type = schema.getType(name);
    return isObjectType(type) ? Object.keys(type.getFields()).filter((field) => /^(can|whyNot)[A-Z]/.test(field)) : [];
  };
  const rows = Object.keys(schema.getTypeMap()).flatMap((name) => {
    const whole = /^(\w+)(Summary|Listed)$/.exec(name)?.[1];
    const missing = whole === undefined ? [] : rightsOf(whole).filter((right) => !rightsOf(name).includes(right));
    return missing.length > 0 ? [[name, ...missing.toSorted()].join(' ')] : [];
  });

  expect(rows.toSorted()).toEqual(Object.keys(NOT_OF_A_ROW).toSorted());
});
