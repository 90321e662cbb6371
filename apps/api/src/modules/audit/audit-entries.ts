import type { Prisma } from '@chancery/prisma/desk';
import { z } from 'zod';
import {
  type AuditKind,
  type AuditObjectType,
  type AuditReason,
  auditKinds,
  auditObjectTypes,
  auditReasons,
} from '../../audit/audit-kinds.ts';
import { apiError } from '../../errors.ts';
import type { QueryAuditEntriesArgs } from '../../generated/desk-types.ts';
import type { DeskModule } from '../module.ts';
import { numberOfCursor, pageSize } from '../paging.ts';
import { atLeastRole } from '../policies.ts';

/** Serves the audit trail of the desk, for admins. */
export const auditEntries = {
  sdl: `
${enumSdl('AuditKind', 'What an audit entry records.', auditKinds)}
${enumSdl('AuditObjectType', 'What the object of an audit entry is.', auditObjectTypes)}
${enumSdl('AuditReason', 'Why an attempt failed.', auditReasons)}
"""What an audit entry is about."""
type AuditObject {
  type: AuditObjectType!
  """Null for an account that does not exist. The object may have been deleted since."""
  id: ID
  """The name of the object at the time."""
  label: String!
}
"""What somebody did at the desk, or failed to do. Entries are never changed or deleted."""
type AuditEntry {
  id: ID!
  at: DateTime!
  kind: AuditKind!
  """The user who acted; null if nobody was signed in."""
  person: DeskPerson
  object: AuditObject!
  """The values before the change, by name; null if there were none."""
  before: Value
  """The values after the change, by name; null if there are none."""
  after: Value
  reason: AuditReason
  """The network address of the client; null for work that was not requested over the network."""
  address: String
}
"""A page of audit entries, newest first."""
type AuditEntryPage {
  nodes: [AuditEntry!]!
  hasNextPage: Boolean!
  endCursor: String
}
extend type Query {
  """
  The audit trail, newest first. person: entries of this user, or about this user. object: the id of the object, or a part
  of its name. day: YYYY-MM-DD, in UTC.
  """
  auditEntries(first: Int = 50, after: String, person: ID, kinds: [AuditKind!], object: String, day: String): AuditEntryPage!
}`,
  queries: {
    auditEntries: {
      policy: atLeastRole('ADMIN'),
      resolve: async (_root, args, { services: { client } }) => {
        const size = pageSize(args.first);
        const found = await client.auditEntry.findMany({
          where: toCondition(args),
          orderBy: { number: 'desc' },
          take: size + 1,
        });
        const nodes = found.slice(0, size);
        return { nodes, hasNextPage: found.length > size, endCursor: nodes.at(-1)?.number.toString() };
      },
    },
  },
  fields: {
    AuditEntry: {
      id: ({ number }) => String(number),
      kind: ({ kind }) => storedKind.parse(kind),
      person: ({ personId }, _args, { person }) => (personId === null ? null : person(personId)),
      object: ({ objectType, objectId, objectLabel }) => ({
        type: storedType.parse(objectType),
        id: objectId,
        label: objectLabel,
      }),
      reason: ({ reason }) => (reason === null ? null : storedReason.parse(reason)),
    },
  },
} satisfies DeskModule;

const storedKind = z.enum(Object.keys(auditKinds) as AuditKind[]);
const storedType = z.enum(Object.keys(auditObjectTypes) as AuditObjectType[]);
const storedReason = z.enum(Object.keys(auditReasons) as AuditReason[]);

function enumSdl(name: string, description: string, values: Readonly<Record<string, string>>): string {
  const lines = Object.entries(values).map(([value, meaning]) => `  """${meaning}"""\n  ${value}`);
  return `"""${description}"""\nenum ${name} {\n${lines.join('\n')}\n}`;
}

function toCondition({
  after,
  person,
  kinds,
  object,
  day,
}: Omit<QueryAuditEntriesArgs, 'first'>): Prisma.AuditEntryWhereInput {
  const text = object?.trim() ?? '';
  return {
    ...(after === undefined ? {} : { number: { lt: numberOfCursor(after, 'auditEntries') } }),
    ...(kinds === undefined ? {} : { kind: { in: [...kinds] } }),
    ...(day === undefined ? {} : { at: onDay(day) }),
    AND: [
      person === undefined
        ? {}
        : { OR: [{ personId: person }, { objectType: { in: ['PERSON', 'ACCOUNT'] }, objectId: person }] },
      text === '' ? {} : { OR: [{ objectId: text }, { objectLabel: { contains: text, mode: 'insensitive' } }] },
    ],
  };
}

const dayLength = 24 * 3_600 * 1_000;

function onDay(day: string): { gte: Date; lt: Date } {
  if (!z.iso.date().safeParse(day).success)
    throw apiError('BAD_USER_INPUT', `“${day.slice(0, 40)}” is not a day. Use YYYY-MM-DD.`, {
      path: ['auditEntries', 'day'],
    });
  const start = new Date(`${day}T00:00:00Z`);
  return { gte: start, lt: new Date(start.getTime() + dayLength) };
}
