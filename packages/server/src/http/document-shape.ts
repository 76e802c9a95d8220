import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** How large an operation really is, with every fragment put in its place. */
export interface DocumentShape {
  /** Fields inside fields, counted in full. */
  readonly depth: number;
  /** Fields on the first level: for a mutation, the things done. */
  readonly rootFields: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
}

/**
 * Measures the largest operation of a document. Fragments count wherever they are spread, though each is walked once: a few
 * lines of fragments can stand for millions of fields. A fragment inside itself counts nothing here; validation refuses it.
 */
export function documentShape(document: DocumentNode): DocumentShape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  const walk = new ShapeWalk(fragments);
  return operations.map((operation) => walk.measure(operation)).reduce(larger, nothing);
}

const nothing: DocumentShape = { depth: 0, rootFields: 0, fields: 0, aliases: 0, directives: 0 };

class ShapeWalk {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #known = new Map<string, DocumentShape>();

  constructor(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#fragments = fragments;
  }

  measure(operation: OperationDefinitionNode): DocumentShape {
    return beside(this.#selections(operation.selectionSet), directivesOf(operation));
  }

  #selections(set: SelectionSetNode): DocumentShape {
    let sum = nothing;
    for (const selection of set.selections) {
      sum = beside(sum, directivesOf(selection));
      switch (selection.kind) {
        case Kind.FIELD: {
          const inside = selection.selectionSet === undefined ? nothing : this.#selections(selection.selectionSet);
          // The schema describing itself is as deep as the language needs it, and graphql limits that by a rule of its own.
          const describing = selection.name.value === '__schema' || selection.name.value === '__type';
          const depth = describing ? 1 : inside.depth + 1;
          const aliases = inside.aliases + (selection.alias === undefined ? 0 : 1);
          sum = beside(sum, { ...inside, depth, aliases, fields: inside.fields + 1, rootFields: 1 });
          break;
        }
        case Kind.INLINE_FRAGMENT:
          sum = beside(sum, this.#selections(selection.selectionSet));
          break;
        case Kind.FRAGMENT_SPREAD:
          sum = beside(sum, this.#fragment(selection.name.value));
          break;
      }
    }
    return sum;
  }

  #fragment(name: string): DocumentShape {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const fragment = this.#fragments.get(name);
    this.#known.set(name, nothing);
    const shape = fragment === undefined ? nothing : this.#selections(fragment.selectionSet);
    this.#known.set(name, shape);
    return shape;
  }
}

function directivesOf({ directives }: { readonly directives?: readonly unknown[] | undefined }): DocumentShape {
  return { ...nothing, directives: directives?.length ?? 0 };
}

function beside(left: DocumentShape, right: DocumentShape): DocumentShape {
  return {
    depth: Math.max(left.depth, right.depth),
    rootFields: left.rootFields + right.rootFields,
    fields: left.fields + right.fields,
    aliases: left.aliases + right.aliases,
    directives: left.directives + right.directives,
  };
}

function larger(left: DocumentShape, right: DocumentShape): DocumentShape {
  return {
    depth: Math.max(left.depth, right.depth),
    rootFields: Math.max(left.rootFields, right.rootFields),
    fields: Math.max(left.fields, right.fields),
    aliases: Math.max(left.aliases, right.aliases),
    directives: Math.max(left.directives, right.directives),
  };
}
