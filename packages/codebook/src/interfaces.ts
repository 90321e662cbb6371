/** The interfaces that link fields may point at, with the types that each covers. `Fact` covers every record and link. */
export const interfaces = {
  Actor: {
    description: 'Whoever joins, signs, takes part or is sanctioned: a state or an organization.',
    members: ['State', 'Organization'],
  },
  Agent: {
    description: 'Whoever acts or speaks: a state, an organization or a person.',
    members: ['State', 'Organization', 'Person'],
  },
  Fact: {
    description:
      'Anything that the register asserts and that evidence can hang on: every record and every link has an id and is a fact.',
    members: 'all',
  },
} as const;

/** The name of an interface of the register. */
export type InterfaceName = keyof typeof interfaces;

/** Whether a link target is an interface rather than a type. */
export function isInterface(target: string): target is InterfaceName {
  return Object.hasOwn(interfaces, target);
}
