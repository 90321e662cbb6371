export { type AllianceScale, type AllianceScaleName, allianceScales } from './alliances/alliance-scales.ts';
export { type Portfolios, portfolios, type Tie } from './alliances/portfolio.ts';
export { type AbsenceRule, ballotScale, placeOfBallot } from './ballots/ballot-scale.ts';
export { goldsteinReference, type NetCooperation, netCooperation, ploverReference } from './events/net-cooperation.ts';
export { type JointExercises, jointExercises, jointExercisesReference } from './exercises/joint-exercises.ts';
export { membershipReference, type SharedMemberships, sharedMemberships } from './memberships/shared-memberships.ts';
export { type Centrality, centralityReference, type NetworkMeasures, networkMeasures } from './network/centrality.ts';
export { lijphartIndex, lijphartReference, sameBallotShare } from './similarity/ballot-similarity.ts';
export { chanceCorrectedReference, chanceCorrectedS } from './similarity/chance-corrected-s.ts';
export { type CrossTable, crossTable, missingLevel, type Scale } from './similarity/cross-table.ts';
export type { DisagreementWeights } from './similarity/disagreement-weights.ts';
export {
  type ChanceCorrectionOptions,
  kappa,
  kappaReference,
  type NoVarianceConvention,
  pi,
  piReference,
} from './similarity/kappa-and-pi.ts';
export { type SDistance, s, sReference } from './similarity/s.ts';
export { tauB, tauBReference } from './similarity/tau-b.ts';
export { noStatistic, type ReasonCode, type Reference, reasonCodes, type Statistic, statisticOf } from './statistic.ts';
