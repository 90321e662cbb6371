// Fails on source files of more than 400 lines. Tests, migrations and generated files may be longer.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const limit = 400;

/** Paths of files that may be longer, each with the reason. */
const exceptions = {};

const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.mjs', '*.css'], { encoding: 'utf8' })
  .split('\n')
  .filter(
    (file) => file !== '' && existsSync(file) && !/\.test\.tsx?$|^tests\/|\/generated\/|\/migrations\//.test(file),
  );
const tooLong = files.flatMap((file) => {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').length;
  return lines > limit && !(file in exceptions) ? [`${file}: ${lines} lines`] : [];
});
if (tooLong.length > 0) {
  console.error(`Split these files, each of more than ${limit} lines:\n${tooLong.join('\n')}`);
  process.exitCode = 1;
} else console.log(`${files.length} source files, none of more than ${limit} lines`);
