// npm run backup
import { prepare } from './boot/prepare.mjs';

await prepare({ isBuilt: true });
const { backUp } = await import('./src/backups/backup-command.ts');
await backUp(process.argv.slice(2));
