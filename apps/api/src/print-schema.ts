import { writeFileSync } from 'node:fs';
import { printSdl } from '@chancery/reader';
import { deskSchema } from './endpoints/desk-schema.ts';
import { publicSchema } from './endpoints/public-endpoint.ts';

// Writes the schemas of both endpoints to files. The files are committed so that changes are reviewed; a test compares them.
const folder = new URL('../', import.meta.url);
writeFileSync(new URL('schema.graphql', folder), printSdl(publicSchema()));
writeFileSync(new URL('desk.graphql', folder), printSdl(deskSchema()));
