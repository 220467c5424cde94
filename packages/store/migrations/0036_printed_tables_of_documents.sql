-- What a published document prints is told to everybody, as the document is. Its tables are put together again from entries, which are seen by units:
-- somebody held to a commune got a table of zeros. Only what the import recorded is told, and only at the places of tables that are printed.
CREATE FUNCTION funding_printed() RETURNS TABLE (document text, place text, source smallint, amount double precision)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.document, p.place, e.source, sum(e.amount)::float8
  FROM funding_table t
    CROSS JOIN LATERAL jsonb_array_elements(t.rows) line
    JOIN funding_paper p ON p.document = t.document_id AND p.place = t.name || ', dòng ' || (line ->> 'row')
    JOIN funding_entry e ON e.paper = p.id AND NOT e.illustrative
    JOIN observation_recorder r ON r.id = e.recorder AND r.name = 'Nạp dữ liệu tham chiếu' AND r.role = 'provincialOffice' AND r.agency IS NULL
  GROUP BY p.document, p.place, e.source $$;
