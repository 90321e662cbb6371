import { history } from './history.ts';
import { inboundLinks } from './inbound-links.ts';
import { labels } from './labels.ts';
import { retiredFact } from './retired-fact.ts';
import { standingFacts } from './standing-facts.ts';

/** Desk modules that read facts: values in the form of operations, inbound links, retired facts, labels and history. */
export const factModules = [standingFacts, inboundLinks, retiredFact, labels, history] as const;
