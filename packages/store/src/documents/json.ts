import type { Tag } from "../database/database.ts"

/** Facts in the domain's shape, made where they are stored, so that one statement (one moment) answers with all of a document. */

export const basesJson = (sql: Tag) => sql`(
  select coalesce(json_agg(json_build_object('number', b.number, 'kind', b.kind, 'issuer', b.issuer, 'date', b.date, 'about', b.about,
    'amends', b.amends, 'note', b.note) order by b.position), '[]')
  from legal_basis b where b.document_id = d.id)`

export const figureJson = (sql: Tag) => sql`jsonb_build_object(
  'id', f.id, 'section', f.section, 'label', f.label, 'value', coalesce(to_jsonb(f.value), to_jsonb(f.value_text)), 'decimals', f.decimals,
  'valueMax', f.value_max, 'unit', f.unit, 'asOf', f.as_of, 'period', f.period, 'scope', f.scope, 'qualifier', f.qualifier,
  'printed', f.printed, 'note', f.note, 'quantity', f.quantity, 'breakdownOf', f.breakdown_of, 'breakdownBy', f.breakdown_by,
  'outOf', coalesce(to_jsonb(f.out_of_number), to_jsonb(f.out_of_figure)),
  'statedPercentOf', case when f.percent_of is not null
    then jsonb_build_object('of', f.percent_of, 'percent', f.percent, 'decimals', f.percent_decimals) end,
  'restates', f.restates,
  'differenceOf', case when f.difference_of is not null then jsonb_build_object('of', f.difference_of, 'less', f.difference_less) end,
  'computedFrom', f.computed_from)`

export const tablesJson = (sql: Tag) => sql`(
  select coalesce(json_agg(json_build_object('key', t.key, 'name', t.name, 'title', t.title, 'year', t.year, 'unit', t.unit,
    'columns', t.columns, 'columnSums', t.column_sums, 'rowSums', t.row_sums, 'cellNotes', t.cell_notes,
    'rows', (select coalesce(json_agg(json_build_object('no', r.no, 'label', r.label, 'kind', r.kind, 'cells', r.cells,
        'decimals', r.decimals) order by r.row), '[]')
      from printed_row r where r.document_id = t.document_id and r.table_key = t.key)) order by t.position), '[]')
  from printed_table t where t.document_id = d.id)`
