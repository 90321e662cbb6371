import { changesetsModule } from './changesets/changesets.ts';
import { factsModule } from './facts/facts.ts';
import { importsModule } from './imports/imports.ts';
import type { DeskModule } from './module.ts';
import { peopleModule } from './people/people.ts';

/** The modules that the desk's schema adds to the register. */
export const deskModules: readonly DeskModule[] = [changesetsModule, factsModule, importsModule, peopleModule];
