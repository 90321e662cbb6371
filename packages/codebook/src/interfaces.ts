/**
 * The interfaces that can be targets of link fields, with the types that implement them. `Fact` includes every record
 * and link.
 */
export const interfaces = {
  Actor: {
    description: 'A state or an organization. Actors join, sign, take part or are sanctioned.',
    members: ['State', 'Organization'],
  },
  Agent: {
    description: 'A state, an organization or a person. Agents act or speak.',
    members: ['State', 'Organization', 'Person'],
  },
  Fact: {
    description:
      'Anything with an id, a type and a history for which evidence can be cited. Every record and every link is a fact.',
    members: 'all',
  },
} as const;

/** A key of `interfaces`, such as `Actor`. */
export type InterfaceName = keyof typeof interfaces;

/** Whether a link target is the name of an interface. False for types and unknown names. */
export function isInterface(target: string): target is InterfaceName {
  return Object.hasOwn(interfaces, target);
}
