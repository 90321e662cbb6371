import { valueList } from '../value-list.ts';

export const evidenceStatus = valueList('EvidenceStatus', 'Where a fact stands with its evidence. A status is set by an editor, never computed.', {
  RECORDED: ['Recorded', 'Recorded from its source; nobody has yet confirmed or contested it.'],
  NEEDS_SECOND_SOURCE: ['Needs a second source', 'Rests on one source, and an editor judges that this is not enough.'],
  DISPUTED: ['Disputed', 'Another source or another party contradicts it; both sides are on record.'],
  ACCEPTED: ['Accepted', 'An editor has weighed the evidence and accepts it.'],
  RETRACTED: ['Retracted', 'Its own source has withdrawn it.'],
  REFUTED: ['Refuted', 'Shown to be false by other evidence; kept so that the error can be traced.'],
});

export const stance = valueList('Stance', 'What a cited passage does to the fact it is cited for.', {
  SUPPORTS: ['Supports', 'The passage supports the fact.'],
  DISPUTES: ['Disputes', 'The passage contradicts the fact.'],
  MENTIONS: ['Mentions', 'The passage speaks of the fact without taking a side.'],
});

export const modality = valueList('Modality', 'In what mode something is said. Only four are ordered by strength: speculated, alleged, reported, asserted; the others cannot be compared.', {
  ASSERTED: ['Asserted', 'Said outright, in the speaker’s own voice.'],
  PRESUPPOSED: ['Presupposed', 'Taken for granted by what is said.'],
  IMPLIED: ['Implied', 'Follows from what is said without being said.'],
  ANNOUNCED: ['Announced', 'Said of something still to come by those who are to do it.'],
  REPORTED: ['Reported', 'Passed on as what others say, without vouching for it.'],
  ALLEGED: ['Alleged', 'Charged against somebody, without proof offered.'],
  SPECULATED: ['Speculated', 'Offered as a guess.'],
  ASSESSMENT: ['Assessment', 'A judgement or characterization by the speaker.'],
  PREDICTED: ['Predicted', 'Said of the future by somebody who does not decide it.'],
  CONDITIONAL: ['Conditional', 'Said to hold only if something else does.'],
  DENIED: ['Denied', 'Said not to be so.'],
  UNKNOWN: ['Unknown', 'The speaker says that it is not known.'],
});

export const polarity = valueList('Polarity', 'Whether a claim says that its statement is so.', {
  AFFIRMS: ['Affirms', 'The speaker says that it is so.'],
  DENIES: ['Denies', 'The speaker says that it is not so.'],
  OPEN: ['Leaves open', 'The speaker says that it is unclear.'],
});

export const reliability = valueList('SourceReliability', 'Admiralty grade of a source, judged apart from any single thing it says. F is unjudged, not bad.', {
  A: ['Completely reliable', 'No doubt of authenticity, trustworthiness or competency; a history of complete reliability.'],
  B: ['Usually reliable', 'Minor doubt; a history of mostly valid information.'],
  C: ['Fairly reliable', 'Some doubt; has been valid in the past.'],
  D: ['Not usually reliable', 'Significant doubt; has been valid now and then.'],
  E: ['Unreliable', 'Lacks authenticity, trustworthiness or competency; a history of invalid information.'],
  F: ['Cannot be judged', 'There is no basis on which to judge the source.'],
});

export const dateBasis = valueList('DateBasis', 'On what a date rests.', {
  STATED: ['Stated', 'The source states it.'],
  INFERRED: ['Inferred', 'An editor inferred it from the source; the note says how.'],
  EDITOR_KNOWLEDGE: ['Editor’s knowledge', 'An editor supplied it from general knowledge; the source does not give it.'],
});

export const absence = valueList('Absence', 'Why a field holds no value, where that is known.', {
  UNKNOWN: ['Unknown', 'It has a value which nobody has found.'],
  NONE: ['None', 'It was looked for, and there is none.'],
});

export const fieldState = valueList('FieldStateKind', 'Whether a field of a fact holds a value, and if not, why.', {
  VALUE: ['Value', 'The field holds a value.'],
  UNKNOWN: ['Unknown', 'It has a value which nobody has found.'],
  NONE: ['None', 'It was looked for, and there is none.'],
  NOT_RECORDED: ['Not recorded', 'Nobody has recorded anything about it.'],
});
