import { reliability } from '@chancery/codebook';
import { texts } from './texts.tsx';

/** The Admiralty grades of information, from 1 to 6, in words. */
export const credibilityWords: Readonly<Record<string, string>> = {
  1: 'confirmed by other sources',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'cannot be judged',
};

/** Returns an Admiralty grade such as F2 in words, with the source and the information separately. */
export function gradeWords(grade: string): string {
  const source = Object.entries(reliability.values).find(([letter]) => letter === grade[0])?.[1];
  const information = credibilityWords[grade.slice(1)];
  return texts.grade.words(source?.label.toLowerCase(), information);
}
