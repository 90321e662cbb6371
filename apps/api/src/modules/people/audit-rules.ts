import { within } from '../../audit/audit-rule.ts';
import type { AuditedChange } from '../../audit/audit-trail.ts';
import { personObject } from '../../auth/people.ts';
import { readSecondFactorRequired } from '../../auth/second-factor-setting.ts';
import type { AuditRuleOf } from '../module.ts';
import { readRepublishing } from './republishing.ts';
import { readSolo } from './solo.ts';

/** Records that a user was added. */
export const personAdded: AuditRuleOf<'hirePerson'> = within(() => (output) => {
  if (output.__typename !== 'PasswordLink') return [];
  const { name, email, role } = output.person;
  return [{ kind: 'PERSON_ADDED', object: personObject(output.person), after: { name, email, role } }];
});

/** Records a new role and a new suspension as one entry each, with the sessions that the suspension ended. */
export const personChanged: AuditRuleOf<'changePerson'> = within(async ({ id, role, suspended }, { services }) => {
  await services.people.lock();
  const before = (await services.people.byId([id])).get(id);
  const sessions = await services.people.countSessions(id);
  return (output) => {
    if (output.__typename !== 'PersonChanged' || !before) return [];
    const object = personObject(output.person);
    const changes: AuditedChange[] = [];
    if (role !== undefined)
      changes.push({
        kind: 'ROLE_CHANGED',
        object,
        before: { role: before.role },
        after: { role: output.person.role },
      });
    if (suspended === true)
      changes.push({
        kind: 'PERSON_SUSPENDED',
        object,
        before: { suspended: before.suspended, sessions },
        after: { suspended: true, sessions: 0 },
      });
    if (suspended === false)
      changes.push({
        kind: 'PERSON_REINSTATED',
        object,
        before: { suspended: before.suspended },
        after: { suspended: false },
      });
    return changes;
  };
});

/** Records that an admin created a link with which a user sets a new password. The link itself is not recorded. */
export const resetLinkCreated: AuditRuleOf<'createResetLink'> = within(
  () => (output) =>
    output.__typename === 'PasswordLink' ? [{ kind: 'RESET_LINK_CREATED', object: personObject(output.person) }] : [],
);

/** Records that an admin removed the second factor of a user, with the sessions that this ended. */
export const secondFactorReset: AuditRuleOf<'resetSecondFactor'> = within(async ({ id }, { services: { people } }) => {
  const before = (await people.byId([id])).get(id);
  const sessions = await people.countSessions(id);
  return (output) =>
    output.__typename === 'PersonChanged'
      ? [
          {
            kind: 'SECOND_FACTOR_RESET',
            object: personObject(output.person),
            before: { secondFactor: before?.hasSecondFactor ?? false, sessions },
            after: { secondFactor: false, sessions: 0 },
          },
        ]
      : [];
});

const setting = (name: string): AuditedChange['object'] => ({ type: 'SETTING', id: name, label: name });

/** Records that approval of own changesets was allowed or forbidden. */
export const soloChanged: AuditRuleOf<'setSolo'> = within(async ({ solo }, { services: { client } }) => {
  const before = { solo: await readSolo(client) };
  return () => [{ kind: 'SOLO_CHANGED', object: setting('solo'), before, after: { solo } }];
});

/** Records that a second factor of admins was required, or no longer. */
export const secondFactorRequirementChanged: AuditRuleOf<'setSecondFactorForAdmins'> = within(
  async ({ required }, { services: { client } }) => {
    const before = { required: await readSecondFactorRequired(client) };
    const object = setting('secondFactorForAdmins');
    return () => [{ kind: 'SECOND_FACTOR_REQUIREMENT_CHANGED', object, before, after: { required } }];
  },
);

/** Records the decision whether facts from withheld sources are shown to the public. */
export const republishingChanged: AuditRuleOf<'setRepublishWithheld'> = within(
  async ({ republish }, { services: { client } }) => {
    const before = { republish: (await readRepublishing(client)).republishWithheld };
    return () => [{ kind: 'REPUBLISHING_CHANGED', object: setting('republishWithheld'), before, after: { republish } }];
  },
);
