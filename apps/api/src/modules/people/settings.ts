import { readSecondFactorRequired, setSecondFactorRequired } from '../../auth/second-factor-setting.ts';
import type { DeskServices } from '../../endpoints/desk-context.ts';
import type { DeskModule, Policy, ResolverOutput } from '../module.ts';
import { anyUser, atLeastRole, refuse } from '../policies.ts';
import { republishingChanged, secondFactorRequirementChanged, soloChanged } from './audit-rules.ts';
import { readRepublishing, setRepublishing } from './republishing.ts';
import { readSolo, setSolo } from './solo.ts';

/** Allows admins; only those with a second factor may require it of all, so that one of them remains an admin. */
const adminWithSecondFactor: Policy<{ readonly required: boolean }> = (viewer, args, context) =>
  args.required && viewer.role === 'ADMIN' && viewer.secondFactor !== 'ON'
    ? refuse('Turn on your own second factor first, on the page of your account.')
    : atLeastRole('ADMIN')(viewer, args, context);

/** Serves the settings of the desk, and the mutations that change them, for admins. */
export const settings = {
  sdl: `
"""The settings of the desk."""
type DeskSettings {
  """Whether the desk is set to one person, who may approve their own work."""
  solo: Boolean!
  """Whether admins need a second factor for what only admins may do."""
  secondFactorForAdmins: Boolean!
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
extend type Query {
  """The settings of the desk."""
  deskSettings: DeskSettings!
}
extend type Mutation {
  """Sets the desk to one person, or back to review by a second person."""
  setSolo(solo: Boolean!): DeskSettings!
  """
  Requires a second factor of admins, or no longer. Admins without one have the permissions of editors until they turn it on.
  """
  setSecondFactorForAdmins(required: Boolean!): DeskSettings!
  """Shows facts from withheld sources to the public, or withholds them again. Applies to all later responses."""
  setRepublishWithheld(republish: Boolean!): DeskSettings!
}`,
  queries: {
    deskSettings: { policy: anyUser, resolve: (_root, _args, { services }) => settingsOf(services) },
  },
  mutations: {
    setSolo: {
      policy: atLeastRole('ADMIN'),
      audit: soloChanged,
      resolve: async (_root, { solo }, { services }) => {
        await setSolo(services.client, solo);
        return settingsOf(services);
      },
    },
    setSecondFactorForAdmins: {
      policy: adminWithSecondFactor,
      audit: secondFactorRequirementChanged,
      resolve: async (_root, { required }, { services }) => {
        await setSecondFactorRequired(services.client, required);
        return settingsOf(services);
      },
    },
    setRepublishWithheld: {
      policy: atLeastRole('ADMIN'),
      audit: republishingChanged,
      resolve: async (_root, { republish }, { services, viewer }) => {
        await setRepublishing(services.client, republish, viewer.id);
        return settingsOf(services);
      },
    },
  },
  fields: {
    Republishing: { by: ({ by }, _args, { person }) => (by === null ? null : person(by)) },
  },
} satisfies DeskModule;

async function settingsOf({ client }: DeskServices): Promise<ResolverOutput<'DeskSettings'>> {
  return {
    solo: await readSolo(client),
    secondFactorForAdmins: await readSecondFactorRequired(client),
    republishing: await readRepublishing(client),
  };
}
