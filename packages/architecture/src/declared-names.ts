import { Visitor, type BindingPattern, type ParamPattern, type Program } from 'oxc-parser';

/**
 * Every name that a file declares, in whatever scope. A parameter called `crypto` is no global, and a file that declares
 * the name once and reads the global of the same name elsewhere would deserve a review of its own.
 */
export function declaredNames(program: Program): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (pattern: BindingPattern | ParamPattern): void => {
    for (const name of boundBy(pattern)) names.add(name);
  };
  new Visitor({
    VariableDeclarator: ({ id }) => add(id),
    FunctionDeclaration({ id, params }) {
      if (id !== null) names.add(id.name);
      params.forEach(add);
    },
    FunctionExpression: ({ params }) => params.forEach(add),
    ArrowFunctionExpression: ({ params }) => params.forEach(add),
    ImportSpecifier: ({ local }) => void names.add(local.name),
  }).visit(program);
  return names;
}

function boundBy(pattern: BindingPattern | ParamPattern): readonly string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'AssignmentPattern':
      return boundBy(pattern.left);
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => {
        if (element === null) return [];
        return boundBy(element.type === 'RestElement' ? element.argument : element);
      });
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        boundBy(property.type === 'RestElement' ? property.argument : property.value),
      );
    case 'RestElement':
      return boundBy(pattern.argument);
    case 'TSParameterProperty':
      return boundBy(pattern.parameter);
  }
}
