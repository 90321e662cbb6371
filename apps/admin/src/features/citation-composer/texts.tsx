import { problemSentence } from '@chancery/codebook';
import type { ReactNode } from 'react';

/** The texts of citations in the editor, and of the form that adds one. */
export const texts = {
  citeSource: 'Cite a source',
  card: {
    /** The locators of a citation, to follow its source: `, page 4, line 2`. */
    locators: (locators: readonly string[]) => (locators.length > 0 ? `, ${locators.join(', ')}` : ''),
    locator: (field: string, value: string) => `${field.toLowerCase()} ${value}`,
    manner: (stance: ReactNode, modality: ReactNode, details: string) => (
      <>
        {stance}, {modality}
        {details}
      </>
    ),
    hedge: (words: string) => `, “${words}”`,
    forWholeFact: ', for the whole fact',
    isNew: ' · new',
    remove: 'Remove citation',
    removeLabel: (source: string) => `Remove citation of ${source}`,
  },
  repeat: (source: string) => `Repeat last citation: ${source}`,
  repeatKeys: 'Ctrl-Shift-C',
  waiver: {
    open: 'Waive citation…',
    reason: 'Why this field needs no citation',
    submit: 'Waive citation',
  },
  form: {
    label: 'Citation',
    citedFor: 'What the source is cited for',
    wholeFact: 'The whole fact',
    allWithoutEvidence: (count: number) => `All ${count} changed fields without evidence in the record and its links`,
    submit: 'Add citation',
    cancel: 'Cancel',
    isRequired: (field: string) => `${field} is required.`,
    isNotValid: (field: string, why: string | undefined) => problemSentence(field, why ?? 'is not valid'),
    reliability: (source: string, reliability: string) => `${source} has reliability ${reliability}`,
    reliabilityAndGrade: (source: string, reliability: string, grade: ReactNode) => (
      <>
        {source} has reliability {reliability}. The citation gets grade {grade}
      </>
    ),
  },
} as const;
