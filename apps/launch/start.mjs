// npm start, and npm run dev with --reload
import { prepare } from './boot/prepare.mjs';

const reload = process.argv.includes('--reload');
await prepare({ isBuilt: !reload });
const { start } = await import('./src/start.ts');
await start({ reload });
