import type { DyadActFragment } from '../../generated/register/graphql.ts';

/** The marks that the United Nations Treaty Collection uses for acts other than signature and ratification. */
export const marks: { readonly [Type in DyadActFragment['action']]?: string } = {
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
