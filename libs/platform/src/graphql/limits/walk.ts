import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { LIMITS } from './limits.js';

/** How large a document or an operation is. Costs grow with the rows asked for; depth and cost of what reads the schema stand apart. */
export interface Size {
  depth: number;
  schemaDepth: number;
  aliases: number;
  directives: number;
  /** Pairs of fields of one name in one place. */
  repeats: number;
  fields: number;
  cost: number;
  schemaCost: number;
}

/** Where a field stands: below which other, and whether that reads the schema. */
export interface Place {
  readonly depth: number;
  readonly above: FieldNode | null;
  readonly ofSchema: boolean;
}

const OBJECT_COST = 2;
const SCALAR_COST = 1;
const DEPTH_FACTOR = 1.2;
const OF_SCHEMA = new Set(['__schema', '__type']);

/**
 * Goes through selections as execution does: fields of one name in one place together, fragments written out. It stops at the limit of
 * fields, so that fragments within fragments take no longer than what they stand for may.
 */
export class Walk {
  readonly size: Size = { depth: 0, schemaDepth: 0, aliases: 0, directives: 0, repeats: 0, fields: 0, cost: 0, schemaCost: 0 };
  /** The names of the fragments that were come by. */
  readonly met = new Set<string>();
  private readonly fragments = new Map<string, FragmentDefinitionNode>();

  constructor(
    document: DocumentNode,
    private readonly rowsOf: (field: FieldNode, place: Place) => number,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  from(definition: OperationDefinitionNode | FragmentDefinitionNode): void {
    const ofSchema = 'typeCondition' in definition && definition.typeCondition.name.value.startsWith('__');
    const cost = this.costOf([definition.selectionSet], { depth: 1, above: null, ofSchema });
    this.size[ofSchema ? 'schemaCost' : 'cost'] += cost;
  }

  private costOf(sets: readonly SelectionSetNode[], place: Place): number {
    const fields = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    for (const set of sets) this.collect(set, place, { fields, spread });
    let cost = 0;
    for (const nodes of fields.values()) {
      this.size.repeats += (nodes.length * (nodes.length - 1)) / 2;
      const [first] = nodes;
      if (first && this.size.fields <= LIMITS.fields) cost += this.costOfField(first, nodes, place);
    }
    return cost;
  }

  private costOfField(field: FieldNode, nodes: readonly FieldNode[], place: Place): number {
    const below = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    if (below.length === 0) return SCALAR_COST;
    const begins = !place.ofSchema && OF_SCHEMA.has(field.name.value);
    const cost = this.costOf(below, { depth: begins ? 1 : place.depth + 1, above: field, ofSchema: place.ofSchema || begins });
    const all = this.rowsOf(field, place) * (OBJECT_COST + (place.ofSchema ? 1 : DEPTH_FACTOR) * cost);
    if (begins) this.size.schemaCost += all;
    return begins ? OBJECT_COST : all;
  }

  private collect(set: SelectionSetNode, place: Place, into: { fields: Map<string, FieldNode[]>; spread: Set<string> }): void {
    const { size } = this;
    const depth = place.ofSchema ? 'schemaDepth' : 'depth';
    size[depth] = Math.max(size[depth], place.depth);
    const deeper = { ...place, depth: place.depth + 1 };
    for (const selection of set.selections) {
      size.fields += 1;
      if (size.fields > LIMITS.fields) return;
      size.directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FIELD) {
        if (selection.alias) size.aliases += 1;
        const key = selection.alias?.value ?? selection.name.value;
        const same = into.fields.get(key);
        if (same) same.push(selection);
        else into.fields.set(key, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) this.collect(selection.selectionSet, deeper, into);
      else if (!into.spread.has(selection.name.value)) {
        into.spread.add(selection.name.value);
        this.met.add(selection.name.value);
        const fragment = this.fragments.get(selection.name.value);
        if (fragment) this.collect(fragment.selectionSet, deeper, into);
      }
    }
  }
}
