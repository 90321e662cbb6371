export { BadCursor } from './compile/cursor.ts';
export { holdRows, type RowHolder } from './held/held-rows.ts';
export { type Cost, costOf, dearestOf } from './plan/cost.ts';
export { ClientFault, largestPage } from './plan/faults.ts';
export {
  type Answer,
  createReader,
  type PreparedRead,
  type Reader,
  type ReaderOptions,
  type ReadRequest,
  type RevisionLabel,
} from './reader.ts';
export { printed, registerSchema, registerTypeDefinitions } from './register-schema.ts';
export { rootFields } from './roots/index.ts';
