import { someOf, type ValueOf, valueList } from '../value-list.ts';

export const evidenceStatus = valueList('EvidenceStatus', 'How an editor judges the evidence of a fact. The status is never computed.', {
  RECORDED: ['Recorded', 'Recorded from its source; not yet confirmed or disputed.'],
  NEEDS_SECOND_SOURCE: ['Needs a second source', 'Supported by one source, which an editor considers insufficient.'],
  DISPUTED: ['Disputed', 'Contradicted by another source or another party; both sides are recorded.'],
  ACCEPTED: ['Accepted', 'Accepted by an editor after weighing the evidence.'],
  RETRACTED: ['Retracted', 'Withdrawn by its source.'],
  REFUTED: ['Refuted', 'Shown to be false by other evidence; kept so that the error can be traced.'],
});

export const stance = valueList('Stance', 'Whether a cited passage supports or disputes the fact.', {
  SUPPORTS: ['Supports', 'The passage supports the fact.'],
  DISPUTES: ['Disputes', 'The passage contradicts the fact.'],
  MENTIONS: ['Mentions', 'The passage mentions the fact without supporting or contradicting it.'],
});

export const modality = valueList('Modality', 'How something is stated. Four modalities are ordered by strength: speculated, alleged, reported, asserted. The others cannot be compared.', {
  ASSERTED: ['Asserted', 'Stated directly as true by the speaker.'],
  PRESUPPOSED: ['Presupposed', 'Taken for granted by the statement.'],
  IMPLIED: ['Implied', 'Follows from the statement without being stated.'],
  ANNOUNCED: ['Announced', 'Announced by those who intend to do it.'],
  REPORTED: ['Reported', 'Attributed to others, without confirming it.'],
  ALLEGED: ['Alleged', 'Stated as an accusation, without proof.'],
  SPECULATED: ['Speculated', 'Stated as a guess.'],
  ASSESSMENT: ['Assessment', 'A judgement or characterization by the speaker.'],
  PREDICTED: ['Predicted', 'A prediction by somebody who does not decide the matter.'],
  CONDITIONAL: ['Conditional', 'Stated to be true only under a condition.'],
  DENIED: ['Denied', 'Stated to be false.'],
  UNKNOWN: ['Unknown', 'Stated to be unknown.'],
});

/**
 * Modalities that do not report that something happened. An event that has citations is not counted in totals if each
 * of them has one of these modalities.
 */
export const unrealModalities = someOf(modality, 'SPECULATED', 'PREDICTED', 'CONDITIONAL', 'DENIED');

/** The stance and modality of a citation that supports a fact by asserting it. */
export const assertedSupport = { stance: 'SUPPORTS', modality: 'ASSERTED' } as const satisfies { stance: ValueOf<typeof stance>; modality: ValueOf<typeof modality> };

export const polarity = valueList('Polarity', 'Whether a claim affirms or denies its statement.', {
  AFFIRMS: ['Affirms', 'The speaker says that it is true.'],
  DENIES: ['Denies', 'The speaker says that it is false.'],
  OPEN: ['Leaves open', 'The speaker says that it is unclear.'],
});

export const reliability = valueList('SourceReliability', 'Admiralty grade of a source, independent of any single statement. F means not judged, not unreliable.', {
  A: ['Completely reliable', 'No doubt of authenticity, trustworthiness or competency; a history of complete reliability.'],
  B: ['Usually reliable', 'Minor doubt; a history of mostly valid information.'],
  C: ['Fairly reliable', 'Some doubt; has provided valid information in the past.'],
  D: ['Not usually reliable', 'Significant doubt; has occasionally provided valid information.'],
  E: ['Unreliable', 'Lacks authenticity, trustworthiness or competency; a history of invalid information.'],
  F: ['Cannot be judged', 'There is no basis on which to judge the source.'],
});

export const dateBasis = valueList('DateBasis', 'Where a date comes from: the source, an inference from it, or general knowledge.', {
  STATED: ['Stated', 'The source states it.'],
  INFERRED: ['Inferred', 'An editor inferred it from the source; the note explains how.'],
  EDITOR_KNOWLEDGE: ['Editor’s knowledge', 'An editor supplied it from general knowledge; the source does not give it.'],
});

export const absence = valueList('Absence', 'Why a field has no value, if that is known.', {
  UNKNOWN: ['Unknown', 'A value exists but is not known.'],
  NONE: ['None', 'An editor has checked that there is no value.'],
});

export const fieldState = valueList('FieldStateKind', 'Whether a field of a fact has a value and, if not, why.', {
  VALUE: ['Value', 'The field has a value.'],
  UNKNOWN: ['Unknown', 'A value exists but is not known.'],
  NONE: ['None', 'An editor has checked that there is no value.'],
  NOT_RECORDED: ['Not recorded', 'Nothing is recorded about this field.'],
});
