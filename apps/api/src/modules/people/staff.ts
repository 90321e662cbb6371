import { z } from 'zod';
import { createPasswordLink, type LinkPurpose } from '../../auth/password-links.ts';
import { newPassword, type Person } from '../../auth/people.ts';
import { systemRole } from '../../auth/system-account.ts';
import type { DeskServices } from '../../endpoints/desk-context.ts';
import { apiError } from '../../errors.ts';
import type { DeskModule, Policy } from '../module.ts';
import { atLeastRole, refuse } from '../policies.ts';
import { personAdded, personChanged, resetLinkCreated, secondFactorReset } from './audit-rules.ts';
import { deliverLink } from './deliver-link.ts';
import { roleOf } from './roles.ts';

const newPerson = z.object({
  name: z.string().trim().min(1, 'Enter a name.').max(200, 'Enter a name of at most 200 characters.'),
  email: z.email('Enter a valid e-mail address.').max(300, 'Enter an e-mail address of at most 300 characters.'),
});

/** Allows admins to act on other users. Changing one's own password or second factor takes the current password. */
const adminForOthers: Policy<{ readonly id: string }> = (viewer, args, context) =>
  args.id === viewer.id
    ? refuse('You cannot do this for yourself. Change your password and second factor on the page of your account.')
    : atLeastRole('ADMIN')(viewer, args, context);

/** Serves the list of users, and the mutations that create and change users, for admins. */
export const staff = {
  sdl: `
"""A user of the desk, as admins see them."""
type DeskMember {
  id: ID!
  name: String!
  email: String!
  role: Role!
  suspended: Boolean!
  """Whether signing in takes a second factor."""
  hasSecondFactor: Boolean!
  createdAt: DateTime!
}
"""A link with which a user sets a password. It works once, and replaces earlier links of the user."""
type PasswordLink {
  person: DeskMember!
  """The link, to be passed on to the user. It is shown only once, and only if it was not sent by mail."""
  url: String
  """The e-mail address to which the link was sent; null if no mail was sent."""
  sentTo: String
  """Why the mail could not be sent; null if it was sent, or if no mail server is set."""
  mailError: String
  expiresAt: DateTime!
}
type EmailTaken { message: String! }
type PersonChanged { person: DeskMember! }
"""The last admin can be neither demoted nor suspended."""
type LastAdmin { message: String! }
type NoSuchPerson { message: String! }
union HireOutcome = PasswordLink | EmailTaken
union ChangePersonOutcome = PersonChanged | LastAdmin | NoSuchPerson
union ResetLinkOutcome = PasswordLink | NoSuchPerson
union ResetSecondFactorOutcome = PersonChanged | NoSuchPerson
extend type Query {
  """All users of the desk."""
  staff: [DeskMember!]!
}
extend type Mutation {
  """Creates a user and a link with which they set their password."""
  hirePerson(name: String!, email: String!, role: Role!): HireOutcome!
  """Changes a user’s role, suspends them or ends their suspension. Takes effect at once."""
  changePerson(id: ID!, role: Role, suspended: Boolean): ChangePersonOutcome!
  """Creates a link with which a user sets a new password. The present one works until then."""
  createResetLink(id: ID!): ResetLinkOutcome!
  """Removes the second factor of a user who has lost it, and ends their sessions."""
  resetSecondFactor(id: ID!): ResetSecondFactorOutcome!
}`,
  queries: {
    staff: { policy: atLeastRole('ADMIN'), resolve: (_root, _args, { services: { people } }) => people.all() },
  },
  mutations: {
    hirePerson: {
      policy: atLeastRole('ADMIN'),
      audit: personAdded,
      afterCommit: deliverLink('INVITATION'),
      resolve: async (_root, { role, ...given }, { services }) => {
        const read = newPerson.safeParse(given);
        if (!read.success)
          throw apiError(
            'BAD_USER_INPUT',
            read.error.issues[0]?.message ?? 'The name, e-mail address or role is invalid.',
            {
              path: ['hirePerson', ...read.error.issues.slice(0, 1).flatMap(({ path }) => path.map(String))],
            },
          );
        // Nobody knows this password: the user sets another with the link.
        const person = await services.people.create({ ...read.data, role, password: newPassword() });
        return person
          ? linkFor(person, 'INVITATION', services)
          : {
              __typename: 'EmailTaken',
              message: 'There is already a user with this e-mail address. Change that user instead.',
            };
      },
    },
    changePerson: {
      policy: atLeastRole('ADMIN'),
      audit: personChanged,
      resolve: async (_root, { id, ...change }, { services: { people } }) => {
        const person = await people.change(id, change);
        if (person === 'last-admin')
          return {
            __typename: 'LastAdmin',
            message: 'This is the last active admin. Make another user an admin first.',
          };
        return person ? { __typename: 'PersonChanged', person } : noSuchPerson;
      },
    },
    createResetLink: {
      policy: adminForOthers,
      audit: resetLinkCreated,
      afterCommit: deliverLink('RESET'),
      resolve: async (_root, { id }, { services }) => {
        const person = (await services.people.byId([id])).get(id);
        return person && person.role !== systemRole ? linkFor(person, 'RESET', services) : noSuchPerson;
      },
    },
    resetSecondFactor: {
      policy: adminForOthers,
      audit: secondFactorReset,
      resolve: async (_root, { id }, { services: { people } }) => {
        const person = (await people.byId([id])).get(id);
        if (!person || person.role === systemRole) return noSuchPerson;
        await people.removeSecondFactor(id, undefined);
        return { __typename: 'PersonChanged', person: { ...person, hasSecondFactor: false } };
      },
    },
  },
  fields: { DeskMember: { role: roleOf } },
} satisfies DeskModule;

const noSuchPerson = {
  __typename: 'NoSuchPerson',
  message: 'There is no user with this id. Reload the list of users.',
} as const;

async function linkFor(person: Person, purpose: LinkPurpose, { client, origin }: DeskServices) {
  const link = await createPasswordLink(client, { userId: person.id, purpose, origin });
  return { __typename: 'PasswordLink', person, ...link } as const;
}
