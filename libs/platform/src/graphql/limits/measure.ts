import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  getIntrospectionQuery,
  isInputObjectType,
  isObjectType,
  parse,
} from 'graphql';
import { PAGE_USUAL, TABLE_MAX } from '#lib/kernel';
import { LIMITS, type LimitCode } from './limits.js';
import { type Place, type Size, Walk } from './walk.js';

type Variables = Readonly<Record<string, unknown>>;

/** What an explorer asks at its start: the schema with all that can be told of it. */
const WHOLE_SCHEMA = getIntrospectionQuery({
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
});

/** The arguments of a list that say how many rows. */
const SIZES: ReadonlySet<string> = new Set(['first', 'last']);

const LARGEST = ['depth', 'schemaDepth', 'aliases', 'directives', 'cost', 'schemaCost'] as const;
const TOGETHER = ['repeats', 'fields'] as const;

/** How large requests are, told by their text and variables alone, before anything is done for them. */
export class Measure {
  private readonly rows: ReadonlyMap<string, number>;
  private readonly largestType: number;
  /** What it costs to read the schema once, whatever an explorer asks beside that. */
  private readonly wholeSchema: number;

  constructor(private readonly schema: GraphQLSchema) {
    const types = Object.values(schema.getTypeMap());
    const fields = types.map((type) => (isObjectType(type) || isInputObjectType(type) ? Object.keys(type.getFields()).length : 0));
    const perType = Math.ceil(fields.reduce((sum, count) => sum + count, 0) / types.length);
    this.largestType = Math.max(...fields);
    this.rows = new Map([
      ['types', types.length],
      ['fields', perType],
      ['inputFields', perType],
      // A type is seldom a list of lists: asked for many levels deep, most are not there.
      ['ofType', 0.4],
      ...['args', 'enumValues', 'possibleTypes', 'interfaces', 'directives', 'locations'].map((name) => [name, 3] as const),
    ]);
    this.wholeSchema = 1.2 * this.ofDocument(parse(WHOLE_SCHEMA)).schemaCost;
  }

  /**
   * Of everything that stands in a document, executed or not: so much is there to validate. Each operation may be as large as one may,
   * all of them together are compared and written out.
   */
  ofDocument(document: DocumentNode): Size {
    const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    const met = new Set<string>();
    const total: Size = { depth: 0, schemaDepth: 0, aliases: 0, directives: 0, repeats: 0, fields: 0, cost: 0, schemaCost: 0 };
    for (const definition of [...operations, ...fragments]) {
      if (total.fields > LIMITS.fields) break;
      if (definition.kind === Kind.FRAGMENT_DEFINITION && met.has(definition.name.value)) continue;
      const walk = new Walk(document, (field, place) => this.rowsOf(field, place, {}));
      walk.from(definition);
      for (const name of walk.met) met.add(name);
      for (const key of LARGEST) total[key] = Math.max(total[key], walk.size[key]);
      for (const key of TOGETHER) total[key] += walk.size[key];
    }
    return total;
  }

  /** Of what is executed, with the numbers of rows that its variables ask for. */
  ofOperation(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): Size {
    const given = { ...defaultsOf(operation), ...variables };
    const walk = new Walk(document, (field, place) => this.rowsOf(field, place, given));
    walk.from(operation);
    return walk.size;
  }

  /** The limit that this is beyond, if any. */
  beyond(size: Size): LimitCode | null {
    if (size.depth > LIMITS.depth || size.schemaDepth > LIMITS.schemaDepth) return 'QUERY_TOO_DEEP';
    if (size.aliases > LIMITS.aliases) return 'QUERY_TOO_MANY_ALIASES';
    if (size.directives > LIMITS.directives) return 'QUERY_TOO_MANY_DIRECTIVES';
    const large = size.repeats > LIMITS.repeats || size.fields > LIMITS.fields;
    return large || size.cost > LIMITS.cost || size.schemaCost > this.wholeSchema ? 'QUERY_TOO_COSTLY' : null;
  }

  /** With how many rows a field answers: as many as are asked for, or of the schema's own lists as many as there are, roughly. */
  private rowsOf(field: FieldNode, { above, ofSchema }: Place, variables: Variables): number {
    const name = field.name.value;
    if (ofSchema) return name === 'fields' && above?.name.value !== 'types' ? this.largestType : (this.rows.get(name) ?? 1);
    const asked = (field.arguments ?? []).flatMap(({ name: of, value }) => {
      if (!SIZES.has(of.value)) return [];
      const size = value.kind === Kind.VARIABLE ? variables[value.name.value] : value.kind === Kind.INT ? Number(value.value) : undefined;
      return typeof size === 'number' ? [size] : [];
    });
    // A larger page is refused by itself.
    if (asked.length > 0) return Math.min(Math.max(1, ...asked), TABLE_MAX);
    const standard = above
      ? undefined
      : this.schema
          .getQueryType()
          ?.getFields()
          [name]?.args.find(({ name: of }) => of === 'first');
    return standard ? PAGE_USUAL : 1;
  }
}

/** The numbers that an operation's variables have where none are sent. */
function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Variables {
  const numbers = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)] as const] : [],
  );
  return Object.fromEntries(numbers);
}
