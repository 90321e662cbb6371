// The package's exports, for the tests and tools that run or inspect the server.
export { makeSetUpToken } from './auth/set-up.ts';
export { ensureSystemAccount } from './auth/system-account.ts';
export type { Role } from './auth/viewer.ts';
export { type Correction, type CorrectionOutcome, mergeAsSystem } from './corrections/merge-as-system.ts';
export { runCorrections } from './corrections/run-corrections.ts';
export type { DeskContext, DeskServices } from './endpoints/desk-context.ts';
export { deskSchema } from './endpoints/desk-schema.ts';
export { publicSchema } from './endpoints/public-endpoint.ts';
export { isRegisterRoot } from './endpoints/register-roots.ts';
export { readSettings, type Settings } from './env.ts';
export { type ErrorCode, errorStatus } from './errors.ts';
export {
  type ForegroundImportOptions,
  type ForegroundImportResult,
  importInForeground,
} from './imports/import-in-foreground.ts';
export { type JobQueue, jobQueue } from './jobs/job-queue.ts';
export { type JobHandler, type JobProcessor, runJobs } from './jobs/run-jobs.ts';
export { startJobProcessor } from './jobs/start-job-processor.ts';
export { limits } from './limits/limits.ts';
export { makeLog } from './log.ts';
export { measuresSdl } from './measures/sdl.ts';
export { deskModules } from './modules/index.ts';
export type { DeskModule, DeskOperation, Policy, PolicyDecision } from './modules/module.ts';
export { type ChanceryServer, makeServer } from './server.ts';
export { threadModule } from './threads.ts';
