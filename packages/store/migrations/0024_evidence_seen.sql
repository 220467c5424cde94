-- Whoever writes something down that a file proves has just handed it in, and nothing names it yet: found by its hash, it is there.
DROP POLICY access_read ON evidence_file;
--> statement-breakpoint
CREATE POLICY access_read ON evidence_file FOR SELECT USING ((SELECT access_sees_all())
  OR (SELECT access_may('evidence.keep', 'values.record', 'works.record', 'tasks.report', 'recommendations.answer', 'dossiers.open', 'dossiers.record',
    'registers.record'))
  OR EXISTS (SELECT FROM observation_note n WHERE n.evidence::text LIKE '%' || evidence_file.sha256 || '%')
  OR EXISTS (SELECT FROM work_report n WHERE n.evidence::text LIKE '%' || evidence_file.sha256 || '%')
  OR EXISTS (SELECT FROM dossier_event n WHERE n.evidence::text LIKE '%' || evidence_file.sha256 || '%')
  OR EXISTS (SELECT FROM inventory_item n WHERE n.evidence::text LIKE '%' || evidence_file.sha256 || '%')
  OR EXISTS (SELECT FROM task_event n WHERE n.evidence::text LIKE '%' || evidence_file.sha256 || '%')
  OR EXISTS (SELECT FROM recommendation_event n WHERE n.evidence::text LIKE '%' || evidence_file.sha256 || '%'));
