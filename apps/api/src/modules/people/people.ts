import { isSolo } from '@chancery/ledger';
import { z } from 'zod';
import { newPassword, type Person } from '../../auth/people.ts';
import type { Role } from '../../auth/viewer.ts';
import type { DeskServices } from '../../doors/desk-context.ts';
import { apiError } from '../../errors.ts';
import type { DeskModule } from '../module.ts';
import { atLeastRole, signedIn } from '../policies.ts';
import { readRepublishing, setRepublishing } from './republishing.ts';

const newcomer = z.object({
  name: z.string().trim().min(1, 'Say the name.').max(200),
  email: z.email('This is not an e-mail address.').max(300),
});

/** People: who works at the desk, in what role; and how the desk is set. */
export const peopleModule: DeskModule = {
  sdl: `
"""What somebody may do at the desk."""
enum Role {
  """Drafts and submits."""
  CONTRIBUTOR
  """Also reviews and merges others' work."""
  EDITOR
  """Also sees to people and settings."""
  ADMIN
}
"""Whoever is signed in."""
type Me {
  id: ID!
  name: String!
  email: String!
  role: Role!
}
"""Somebody who works at the desk, as admins see them."""
type DeskMember {
  id: ID!
  name: String!
  email: String!
  role: Role!
  suspended: Boolean!
  createdAt: DateTime!
}
"""How the desk is set."""
type DeskSettings {
  """Whether the desk is of one person, who approves their own work."""
  solo: Boolean!
  """Whether what comes from sources that are withheld is shown to everybody all the same, and who has said so."""
  republishing: Republishing!
}
"""Whether the desk’s owner shows what sources do not allow to be shown."""
type Republishing {
  """Whether it is shown."""
  republishWithheld: Boolean!
  """Who has last said so, or the contrary; null where nobody has."""
  by: DeskPerson
  """When."""
  at: DateTime
}
"""Somebody new, with a password to be handed over; it is shown this once."""
type Hired { person: DeskMember! password: String! }
type EmailTaken { message: String! }
type PersonChanged { person: DeskMember! }
"""The last admin can neither be given a lesser role nor be suspended."""
type LastAdmin { message: String! }
type NoSuchPerson { message: String! }
union HireOutcome = Hired | EmailTaken
union ChangePersonOutcome = PersonChanged | LastAdmin | NoSuchPerson
union ResetPasswordOutcome = Hired | NoSuchPerson
extend type Query {
  """Whoever is signed in; null if nobody is."""
  me: Me
  """Everybody who works at the desk."""
  staff: [DeskMember!]!
  """How the desk is set."""
  deskSettings: DeskSettings!
}
extend type Mutation {
  """Hires somebody, with a password to be handed over."""
  hirePerson(name: String!, email: String!, role: Role!): HireOutcome!
  """Gives somebody a role, suspends them, or lets them back in. It holds at once."""
  changePerson(id: ID!, role: Role, suspended: Boolean): ChangePersonOutcome!
  """Gives somebody a new password and ends their sessions."""
  resetPassword(id: ID!): ResetPasswordOutcome!
  """Sets the desk to one person, or back to four eyes."""
  setSolo(solo: Boolean!): DeskSettings!
  """Shows to everybody what comes from sources that are withheld, or withholds it again. It holds for every answer from then on."""
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
        const read = newcomer.safeParse(given);
        if (!read.success)
          throw apiError('BAD_USER_INPUT', read.error.issues[0]?.message ?? 'This cannot be read.', {
            path: ['hirePerson', ...read.error.issues.slice(0, 1).flatMap(({ path }) => path.map(String))],
          });
        const password = newPassword();
        const person = await people.create({ ...read.data, role, password });
        return person
          ? { __typename: 'Hired', person, password }
          : { __typename: 'EmailTaken', message: 'Somebody with this e-mail address works here already.' };
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
          return { __typename: 'LastAdmin', message: 'Make somebody else an admin first: the desk would have none.' };
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

const noSuchPerson = { __typename: 'NoSuchPerson', message: 'There is no such person.' };

function endsAdmin(person: Person, { role, suspended }: { role?: Role; suspended?: boolean }): boolean {
  const isAdmin = person.role === 'ADMIN' && !person.suspended;
  return isAdmin && ((role !== undefined && role !== 'ADMIN') || suspended === true);
}
