import { writeFileSync } from 'node:fs';
import { printed } from '@chancery/reader';
import { deskSchema } from './doors/desk-schema.ts';
import { publicSchema } from './doors/public-door.ts';

// Prints the two contracts. They are committed, so that a change of them is seen and reviewed; a test compares.
const folder = new URL('../', import.meta.url);
writeFileSync(new URL('schema.graphql', folder), printed(publicSchema()));
writeFileSync(new URL('desk.graphql', folder), printed(deskSchema()));
