/**
 * The interfaces that can be targets of link fields, with the types that implement them. `Fact` includes every record
 * and link.
 */
export const interfaces = {
  Actor: {
    description: 'A state or an organization: the actors that join, sign, take part or are sanctioned.',
    members: ['State', 'Organization'],
  },
  Agent: {
    description: 'A state, an organization or a person: those who act or speak.',
    members: ['State', 'Organization', 'Person'],
  },
  Fact: {
    description:
      'Anything with an id, a type and a history that evidence can be cited for: every record and every link is a fact.',
    members: 'all',
  },
} as const;

/** The name of an interface of the register. */
export type InterfaceName = keyof typeof interfaces;

/** Returns true when a link target is an interface rather than a type. */
export function isInterface(target: string): target is InterfaceName {
  return Object.hasOwn(interfaces, target);
}
