import { isSolo } from '@chancery/ledger';
import { z } from 'zod';
import { newPassword, type Person } from '../../auth/people.ts';
import type { Role } from '../../auth/viewer.ts';
import type { DeskServices } from '../../doors/desk-context.ts';
import { apiError } from '../../errors.ts';
import type { DeskModule } from '../module.ts';
import { atLeastRole, signedIn } from '../policies.ts';
import { readRepublishing, setRepublishing } from './republishing.ts';

const newPerson = z.object({
  name: z.string().trim().min(1, 'Enter a name.').max(200),
  email: z.email('Enter a valid e-mail address.').max(300),
});

/** The operations on users, their roles and the settings of the desk. */
export const peopleModule: DeskModule = {
  sdl: `
"""What a user may do at the desk."""
enum Role {
  """Drafts and submits."""
  CONTRIBUTOR
  """Also reviews and merges others' work."""
  EDITOR
  """Also manages users and settings."""
  ADMIN
}
"""The signed-in user."""
type Me {
  id: ID!
  name: String!
  email: String!
  role: Role!
}
"""A user of the desk, as admins see them."""
type DeskMember {
  id: ID!
  name: String!
  email: String!
  role: Role!
  suspended: Boolean!
  createdAt: DateTime!
}
"""The settings of the desk."""
type DeskSettings {
  """Whether the desk has one user, who may approve their own work."""
  solo: Boolean!
  """Whether facts from withheld sources are shown to the public anyway, and who decided it."""
  republishing: Republishing!
}
"""The decision whether to show facts to the public although the terms of their sources do not allow it."""
type Republishing {
  """Whether such facts are shown."""
  republishWithheld: Boolean!
  """The user who last changed the setting; null if it was never changed."""
  by: DeskPerson
  """When the setting was last changed."""
  at: DateTime
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
  """The signed-in user."""
  me: Me
  """All users of the desk."""
  staff: [DeskMember!]!
  """The settings of the desk."""
  deskSettings: DeskSettings!
}
extend type Mutation {
  """Creates a user and returns their password."""
  hirePerson(name: String!, email: String!, role: Role!): HireOutcome!
  """Changes a user’s role, suspends them or ends their suspension. Takes effect at once."""
  changePerson(id: ID!, role: Role, suspended: Boolean): ChangePersonOutcome!
  """Sets a new password for a user and ends their sessions."""
  resetPassword(id: ID!): ResetPasswordOutcome!
  """Sets the desk to one user, or back to review by a second person."""
  setSolo(solo: Boolean!): DeskSettings!
  """Shows facts from withheld sources to the public, or withholds them again. Applies to all later responses."""
  setRepublishWithheld(republish: Boolean!): DeskSettings!
}`,
  queries: {
    me: { policy: signedIn, resolve: (_root, _args, { viewer }) => viewer ?? null },
    staff: { policy: atLeastRole('ADMIN'), resolve: (_root, _args, { services: { people } }) => people.all() },
    deskSettings: {
      policy: signedIn,
      resolve: (_root, _args, { services }) => settingsOf(services),
    },
  },
  mutations: {
    hirePerson: {
      policy: atLeastRole('ADMIN'),
      resolve: async (
        _root,
        { role, ...given }: { name: string; email: string; role: Role },
        { services: { people } },
      ) => {
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
          : { __typename: 'EmailTaken', message: 'There is already a user with this e-mail address.' };
      },
    },
    changePerson: {
      policy: atLeastRole('ADMIN'),
      resolve: async (
        _root,
        { id, ...change }: { id: string; role?: Role; suspended?: boolean },
        { services: { people } },
      ) => {
        const before = (await people.byId([id])).get(id);
        if (!before) return noSuchPerson;
        if (endsAdmin(before, change) && (await people.admins()) <= 1)
          return { __typename: 'LastAdmin', message: 'This is the last admin. Make another user an admin first.' };
        const person = await people.change(id, change);
        return person ? { __typename: 'PersonChanged', person } : noSuchPerson;
      },
    },
    resetPassword: {
      policy: atLeastRole('ADMIN'),
      resolve: async (_root, { id }: { id: string }, { services: { people } }) => {
        const password = newPassword();
        const person = (await people.byId([id])).get(id);
        return person && (await people.resetPassword(id, password))
          ? { __typename: 'Hired', person, password }
          : noSuchPerson;
      },
    },
    setSolo: {
      policy: atLeastRole('ADMIN'),
      resolve: async (_root, { solo }: { solo: boolean }, { services }) => {
        await services.client.setting.upsert({
          where: { name: 'solo' },
          create: { name: 'solo', value: solo },
          update: { value: solo },
        });
        return settingsOf(services);
      },
    },
    setRepublishWithheld: {
      policy: atLeastRole('ADMIN'),
      resolve: async (_root, { republish }: { republish: boolean }, { services, viewer }) => {
        await setRepublishing(services.client, republish, viewer?.id ?? '');
        return settingsOf(services);
      },
    },
  },
  fields: {
    Republishing: {
      by: ({ by }: { by: string | null }, _args, { person }) => (by === null ? null : person(by)),
    },
  },
};

async function settingsOf({ pools, client }: DeskServices) {
  return { solo: await isSolo(pools.desk), republishing: await readRepublishing(client) };
}

const noSuchPerson = { __typename: 'NoSuchPerson', message: 'There is no such user.' };

function endsAdmin(person: Person, { role, suspended }: { role?: Role; suspended?: boolean }): boolean {
  const isAdmin = person.role === 'ADMIN' && !person.suspended;
  return isAdmin && ((role !== undefined && role !== 'ADMIN') || suspended === true);
}
