import { defineConfig } from 'prisma-cli/config';

// Setting the engine to any existing executable stops Prisma from downloading its native schema engine. Generate,
// validate and format work without it. Migrations are written by src/authoring and applied by src/migrate.ts.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
// Disables the check for newer releases at each run.
process.env.CHECKPOINT_DISABLE ??= '1';

// biome-ignore lint/style/noDefaultExport: Prisma reads the default export
export default defineConfig({ schema: 'schema' });
