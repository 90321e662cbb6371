// npm run import
import { prepare } from './boot/prepare.mjs';

await prepare({ isBuilt: true });
const { importFiles } = await import('./src/import-files.ts');
await importFiles(process.argv.slice(2));
