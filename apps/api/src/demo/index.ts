export { demoChangesetIds, demoRegister, seedId } from './demo-register.ts';
export { correctDemo, type DemoEditors, type DemoPools, type LoadedFile, loadDemo } from './load-demo.ts';
export { readSeed, type Seed, type SeedChangeset } from './read-seed.ts';
export { parseSeedFile, SeedError } from './seed-file.ts';
