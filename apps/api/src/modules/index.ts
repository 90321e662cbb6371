import { auditModules } from './audit/index.ts';
import { changesetModules } from './changesets/index.ts';
import { factModules } from './facts/index.ts';
import { importModules } from './imports/index.ts';
import type { DeskModule } from './module.ts';
import { peopleModules } from './people/index.ts';
import type { MissingResolvers } from './required-resolvers.ts';

const modules = [...changesetModules, ...factModules, ...importModules, ...peopleModules, ...auditModules] as const;

// The error here names the operations and fields of the contract that no module resolves.
({}) satisfies Record<MissingResolvers<(typeof modules)[number]>, never>;

/** The modules that the desk's schema adds to the register. */
export const deskModules: readonly DeskModule[] = modules;
