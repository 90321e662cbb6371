import { fieldsOf } from '@chancery/codebook';
import type { SeenByFragment } from '../../generated/register/graphql.ts';
import { lastAttestedDayOf, type SpellOutput } from './spell.ts';
import { texts } from './texts.ts';

/** The number of citations that the fragment `SeenBy` selects. */
const selectedCitations = 3;

/** The evidence of a spell from which the merge computes its last attested day: the import batch and the citations. */
export type Attestation = Omit<SeenByFragment, 'id'>;

/**
 * Names the source that attests a spell on its last attested day: `a news article issued 30 June 2023 (TASS)`. Returns
 * an empty text if the source is not known. Follows the rule of the merge (`attest.ts` of the ledger): if no source was
 * retrieved or issued on that day, the day is the end of the coverage of a data set.
 */
export function attestedByWords(spell: SpellOutput, evidence: Attestation | undefined): string {
  const day = lastAttestedDayOf(spell);
  if (day === null || !evidence) return '';
  if (spell.asOf?.latest === day) return texts.attestedBy.asOf(spell.asOf.words);
  const assertingCitations = evidence.citations.nodes.filter(
    ({ stance, modality, field }) =>
      stance === 'SUPPORTS' && modality === 'ASSERTED' && (field === null || field === 'validity'),
  );
  const page = assertingCitations.find(({ source, retrieved }) => source.keptCurrent && retrieved?.earliest === day);
  if (page?.retrieved) return texts.attestedBy.page(page.retrieved.words, page.source.label);
  const sources = [
    ...assertingCitations.map(({ source }) => source),
    ...(evidence.batch ? [evidence.batch.source] : []),
  ];
  const issued = sources.find((source) => source.issued?.earliest === day);
  if (issued?.issued) return texts.attestedBy.issued(kindOf(issued.sourceType), issued.issued.words, issued.label);
  const hasAllCitations = evidence.citations.nodes.length < selectedCitations;
  const dataSet = evidence.batch?.source ?? (hasAllCitations ? assertingCitations[0]?.source : undefined);
  return dataSet ? texts.attestedBy.dataSet(dataSet.label) : '';
}

function kindOf(type: string): string {
  return fieldsOf('Source').sourceType?.list?.values[type]?.label.toLowerCase() ?? texts.attestedBy.unknownKind;
}
