import { defineConfig } from 'prisma/config';

// Prisma's native engine is a download from a host of its own. Generate, validate and format run without it, and naming
// any executable that exists stops the download. Migrations are written by src/authoring and applied by src/migrate.ts.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
// Nor need it ask at each run whether there is a newer release.
process.env.CHECKPOINT_DISABLE ??= '1';

// biome-ignore lint/style/noDefaultExport: Prisma reads the default export
export default defineConfig({ schema: 'schema' });
