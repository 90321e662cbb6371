import type { DyadActFragment } from '../../generated/register/graphql.ts';

/**
 * Short marks shown after the date of an act. The letters are those of the United Nations Treaty Collection. Simple
 * signature and ratification need no mark; other acts without a mark are shown in words.
 */
export const actMarks: { readonly [Type in DyadActFragment['action']]?: string } = {
  SIGNATURE_AD_REFERENDUM: 'ad ref.',
  DEFINITIVE_SIGNATURE: 's',
  ACCEPTANCE: 'A',
  APPROVAL: 'AA',
  ACCESSION: 'a',
  FORMAL_CONFIRMATION: 'c',
  SUCCESSION: 'd',
  CONSENT_TO_BE_BOUND: 'consent',
  EXCHANGE_OF_INSTRUMENTS: 'exchange',
};
