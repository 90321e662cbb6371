DROP INDEX register.fact_label_start_cix;
DROP INDEX register.name_name_text_start_cix;

CREATE INDEX "fact_label_start_cix" ON register."fact" (left(register.fold(label), 20) text_pattern_ops) WHERE type IN ('State', 'Organization', 'Agreement', 'ExerciseSeries', 'Exercise', 'Event', 'PolicyMeasure', 'Resolution', 'Place', 'Person', 'Source', 'Claim', 'ImportBatch');
CREATE INDEX "name_name_text_start_cix" ON register."name" (left(register.fold(name_text), 20) text_pattern_ops);
