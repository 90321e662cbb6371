import type { DyadActFragment } from '../../generated/register/graphql.ts';

/**
 * The marks shown after the date of a party action, such as `a` for accession. Marks of one or two letters are those of
 * the United Nations Treaty Collection. Simple signature and ratification have no mark; other actions without a mark
 * are shown in words.
 */
export const partyActionMarks: { readonly [Type in DyadActFragment['action']]?: string } = {
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
