import type { SearchParameters } from '../../addresses/view.ts';

/** Where the page stands, so that its controls can lead back to it. */
export interface Here {
  readonly path: string;
  readonly parameters: SearchParameters;
}
