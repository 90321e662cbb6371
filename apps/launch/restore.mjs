// npm run restore
import { prepare } from './boot/prepare.mjs';

await prepare({ isBuilt: true });
const { restore } = await import('./src/backups/restore-command.ts');
await restore(process.argv.slice(2));
