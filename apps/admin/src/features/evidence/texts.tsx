import type { ReactNode } from 'react';
import { pluralize } from '../../ui/counts.ts';

/** The texts of evidence: attributions, grades, locators and counts of citations. */
export const texts = {
  /** The attribution of a statement: the hedge of the source and the speaker. */
  attribution: {
    hedge: (hedge: ReactNode) => <>, {hedge}</>,
    speaker: (speaker: ReactNode) => <>, according to {speaker}</>,
    noSpeaker: ', no speaker named',
  },
  retrieved: (day: string) => `Retrieved ${day}`,
  grade: {
    title: (grade: string, words: string) => `${grade}: ${words}`,
    name: (grade: string, words: string) => `Grade ${grade}: ${words}`,
    words: (source: string | undefined, information: string | undefined) =>
      `Source ${source ?? notGraded}; information ${information ?? notGraded}`,
  },
  /** The parts of a locator. */
  locator: {
    page: (page: string) => `page ${page}`,
    paragraph: (paragraph: string) => `paragraph ${paragraph}`,
    line: (line: string) => `line ${line}`,
    timecode: (timecode: string) => `at ${timecode}`,
  },
  /**
   * The counts that are not 0, of which there is at least one.
   * @param isCut whether there may be more citations than those that were counted.
   */
  stances: (supports: number, disputes: number, isCut: boolean) => {
    const supporting = supports === 0 ? [] : [pluralize(supports, 'supporting citation')];
    const disputing = disputes === 0 ? [] : [pluralize(disputes, 'disputing citation')];
    const counts = [...supporting, ...disputing];
    return isCut ? `At least ${counts.join(', and at least ')}` : counts.join(', ');
  },
} as const;

const notGraded = 'not graded';
