CREATE INDEX "fact_label_start_cix" ON register."fact" (left(register.fold(label), 2) text_pattern_ops) WHERE type IN ('State', 'Organization', 'Agreement', 'ExerciseSeries', 'Exercise', 'Event', 'PolicyMeasure', 'Resolution', 'Place', 'Person', 'Source', 'Claim', 'ImportBatch');
CREATE INDEX "name_name_text_start_cix" ON register."name" (left(register.fold(name_text), 2) text_pattern_ops);
