import { z } from 'zod';
import { newPassword } from '../../auth/people.ts';
import { apiError } from '../../errors.ts';
import type { DeskModule, Policy } from '../module.ts';
import { atLeastRole, refuse } from '../policies.ts';
import { passwordReset, personAdded, personChanged } from './audit-rules.ts';
import { roleOf } from './roles.ts';

const newPerson = z.object({
  name: z.string().trim().min(1, 'Enter a name.').max(200, 'Enter a name of at most 200 characters.'),
  email: z.email('Enter a valid e-mail address.').max(300, 'Enter an e-mail address of at most 300 characters.'),
});

/** Allows admins to act on other users. Changing one's own password takes the current one: see auth/change-password.ts. */
const adminForOthers: Policy<{ readonly id: string }> = (viewer, args, context) =>
  args.id === viewer.id
    ? refuse('You cannot reset your own password. Change it with the current one, on the page of your account.')
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
  createdAt: DateTime!
}
"""A user with a new password. The password is shown only once and has to be passed on to the user."""
type Hired { person: DeskMember! password: String! }
type EmailTaken { message: String! }
type PersonChanged { person: DeskMember! }
"""The last admin can be neither demoted nor suspended."""
type LastAdmin { message: String! }
type NoSuchPerson { message: String! }
union HireOutcome = Hired | EmailTaken
union ChangePersonOutcome = PersonChanged | LastAdmin | NoSuchPerson
union ResetPasswordOutcome = Hired | NoSuchPerson
extend type Query {
  """All users of the desk."""
  staff: [DeskMember!]!
}
extend type Mutation {
  """Creates a user and returns their password."""
  hirePerson(name: String!, email: String!, role: Role!): HireOutcome!
  """Changes a user’s role, suspends them or ends their suspension. Takes effect at once."""
  changePerson(id: ID!, role: Role, suspended: Boolean): ChangePersonOutcome!
  """Sets a new password for a user and ends their sessions."""
  resetPassword(id: ID!): ResetPasswordOutcome!
}`,
  queries: {
    staff: { policy: atLeastRole('ADMIN'), resolve: (_root, _args, { services: { people } }) => people.all() },
  },
  mutations: {
    hirePerson: {
      policy: atLeastRole('ADMIN'),
      audit: personAdded,
      resolve: async (_root, { role, ...given }, { services: { people } }) => {
        const read = newPerson.safeParse(given);
        if (!read.success)
          throw apiError(
            'BAD_USER_INPUT',
            read.error.issues[0]?.message ?? 'The name, e-mail address or role is invalid.',
            {
              path: ['hirePerson', ...read.error.issues.slice(0, 1).flatMap(({ path }) => path.map(String))],
            },
          );
        const password = newPassword();
        const person = await people.create({ ...read.data, role, password });
        return person
          ? { __typename: 'Hired', person, password }
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
    resetPassword: {
      policy: adminForOthers,
      audit: passwordReset,
      resolve: async (_root, { id }, { services: { people } }) => {
        const password = newPassword();
        const person = (await people.byId([id])).get(id);
        return person && (await people.resetPassword(id, password))
          ? { __typename: 'Hired', person, password }
          : noSuchPerson;
      },
    },
  },
  fields: { DeskMember: { role: roleOf } },
} satisfies DeskModule;

const noSuchPerson = {
  __typename: 'NoSuchPerson',
  message: 'There is no user with this id. Reload the list of users.',
} as const;
