export { type FileProblem, UnreadableFile } from './reading/problem.ts';
export { headerProblems, type Row, type Table, tableOf } from './reading/rows.ts';
export { type GivenFile, textOf } from './reading/text-of-file.ts';
