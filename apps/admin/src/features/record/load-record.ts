import type { FactTypeName } from '@chancery/codebook';
import { cache } from 'react';
import type { View } from '../../addresses/view.ts';
import { type Answer, ask } from '../../doors/ask.ts';
import { askTogether } from '../../doors/ask-together.ts';
import { type LinksAnswer, linksDocument, type RecordAnswer, recordDocument } from '../../doors/screens.ts';

/** How many links of each way back the page of a record shows; the rest stand in a list of their own. */
export const linksShownOfEach = 10;

type Loaded = readonly [Answer<RecordAnswer>, Answer<LinksAnswer>];

const loaded = cache((type: FactTypeName, id: string, at: number | undefined) =>
  askTogether<Loaded>(at === undefined ? {} : { at }, (view) =>
    Promise.all([
      ask(recordDocument(type), { id }, view),
      ask(linksDocument(type), { id, first: linksShownOfEach }, view),
    ]),
  ),
);

/** A record with its evidence and the links that lead to it, of one revision; asked once for a page and its title. */
export function loadRecord(type: FactTypeName, id: string, { at }: View) {
  return loaded(type, id, at);
}
