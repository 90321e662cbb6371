import type { SearchParameters } from '../../addresses/view.ts';

/** The address of the current page, for controls that link back to it. */
export interface PageAddress {
  readonly path: string;
  readonly parameters: SearchParameters;
}
