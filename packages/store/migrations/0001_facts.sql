CREATE TABLE "assignment" (
	"document_id" text NOT NULL,
	"no" text NOT NULL,
	"position" integer NOT NULL,
	"parent_no" text,
	"title" text NOT NULL,
	"lead" text,
	"co_leads" text[] NOT NULL,
	"coordinating" text[] NOT NULL,
	"start" date,
	"due" date,
	"due_text" text,
	"deliverable" text,
	"section" text,
	"notes" text,
	"folded" text NOT NULL,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assignment_document_id_no_pk" PRIMARY KEY("document_id","no")
);
--> statement-breakpoint
CREATE TABLE "criteria_set" (
	"id" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"tier" text NOT NULL,
	"period_from" integer NOT NULL,
	"period_to" integer NOT NULL,
	"official_criteria" integer,
	"official_indicators" integer,
	"do_not_evaluate" boolean NOT NULL,
	"source" jsonb NOT NULL,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "criteria_set_basis" (
	"set_id" text NOT NULL,
	"position" integer NOT NULL,
	"number" text NOT NULL,
	"date" date,
	"role" text,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "criteria_set_basis_set_id_position_pk" PRIMARY KEY("set_id","position")
);
--> statement-breakpoint
CREATE TABLE "criterion" (
	"set_id" text NOT NULL,
	"no" integer NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "criterion_set_id_no_pk" PRIMARY KEY("set_id","no")
);
--> statement-breakpoint
CREATE TABLE "indicator" (
	"set_id" text NOT NULL,
	"criterion_no" integer NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"measure" text,
	"unit" text,
	"rule" jsonb,
	"confidence" text NOT NULL,
	"name_confidence" text,
	"lead_agency" text,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "indicator_set_id_criterion_no_position_pk" PRIMARY KEY("set_id","criterion_no","position")
);
--> statement-breakpoint
CREATE TABLE "set_result" (
	"document_id" text NOT NULL,
	"position" integer NOT NULL,
	"as_of" date NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"unit_word" text,
	"evaluated_count" integer NOT NULL,
	"evaluated_units" text[] NOT NULL,
	"stated_average" numeric NOT NULL,
	"stated_average_decimals" integer NOT NULL,
	"out_of" integer NOT NULL,
	"notes" text,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "set_result_document_id_position_pk" PRIMARY KEY("document_id","position"),
	CONSTRAINT "set_result_once" UNIQUE("document_id","code","as_of"),
	CONSTRAINT "set_result_count" CHECK ("set_result"."evaluated_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "set_result_line" (
	"document_id" text NOT NULL,
	"result_position" integer NOT NULL,
	"position" integer NOT NULL,
	"no" integer NOT NULL,
	"name" text NOT NULL,
	"met_count" integer,
	"printed" text NOT NULL,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "set_result_line_document_id_result_position_position_pk" PRIMARY KEY("document_id","result_position","position")
);
--> statement-breakpoint
CREATE TABLE "document" (
	"id" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"number" text,
	"kind" text NOT NULL,
	"issuer" text,
	"date" date,
	"title" text NOT NULL,
	"period" text,
	"locality" text,
	"folded" text NOT NULL,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figure" (
	"document_id" text NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"section" text,
	"label" text NOT NULL,
	"value" numeric,
	"value_text" text,
	"decimals" integer NOT NULL,
	"value_max" numeric,
	"unit" text,
	"as_of" text,
	"period" text,
	"scope" text,
	"qualifier" text,
	"printed" text,
	"note" text,
	"quantity" text,
	"breakdown_of" text,
	"breakdown_by" text,
	"out_of_number" numeric,
	"out_of_figure" text,
	"percent_of" text,
	"percent" numeric,
	"percent_decimals" integer,
	"restates" text,
	"difference_of" text,
	"difference_less" text,
	"computed_from" text,
	"folded" text NOT NULL,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "figure_document_id_id_pk" PRIMARY KEY("document_id","id"),
	CONSTRAINT "figure_one_value" CHECK ("figure"."value" is null or "figure"."value_text" is null),
	CONSTRAINT "figure_percent_whole" CHECK (num_nulls("figure"."percent_of", "figure"."percent", "figure"."percent_decimals") in (0, 3)),
	CONSTRAINT "figure_difference_whole" CHECK (num_nulls("figure"."difference_of", "figure"."difference_less") in (0, 2))
);
--> statement-breakpoint
CREATE TABLE "finding" (
	"id" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"severity" text NOT NULL,
	"documents" text[] NOT NULL,
	"payload" jsonb NOT NULL,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "legal_basis" (
	"document_id" text NOT NULL,
	"position" integer NOT NULL,
	"number" text,
	"kind" text NOT NULL,
	"issuer" text,
	"date" date,
	"about" text,
	"amends" text[] NOT NULL,
	"note" text,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "legal_basis_document_id_position_pk" PRIMARY KEY("document_id","position")
);
--> statement-breakpoint
CREATE TABLE "printed_row" (
	"document_id" text NOT NULL,
	"table_key" text NOT NULL,
	"row" integer NOT NULL,
	"no" text,
	"label" text NOT NULL,
	"kind" text,
	"cells" jsonb NOT NULL,
	"decimals" jsonb NOT NULL,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "printed_row_document_id_table_key_row_pk" PRIMARY KEY("document_id","table_key","row")
);
--> statement-breakpoint
CREATE TABLE "printed_table" (
	"document_id" text NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"title" text,
	"year" integer,
	"unit" text,
	"columns" jsonb NOT NULL,
	"column_sums" jsonb NOT NULL,
	"row_sums" jsonb NOT NULL,
	"cell_notes" jsonb NOT NULL,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "printed_table_document_id_key_pk" PRIMARY KEY("document_id","key")
);
--> statement-breakpoint
CREATE TABLE "funding_entry" (
	"document_id" text NOT NULL,
	"table_key" text NOT NULL,
	"row" integer NOT NULL,
	"source" text NOT NULL,
	"stage" text NOT NULL,
	"year" integer NOT NULL,
	"amount" bigint NOT NULL,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "funding_entry_document_id_table_key_row_source_pk" PRIMARY KEY("document_id","table_key","row","source"),
	CONSTRAINT "funding_entry_safe" CHECK ("funding_entry"."amount" between -9007199254740991 and 9007199254740991)
);
--> statement-breakpoint
CREATE TABLE "funding_row" (
	"document_id" text NOT NULL,
	"table_key" text NOT NULL,
	"row" integer NOT NULL,
	"unit" text NOT NULL,
	"kind" text,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "funding_row_document_id_table_key_row_pk" PRIMARY KEY("document_id","table_key","row")
);
--> statement-breakpoint
CREATE TABLE "funding_table" (
	"document_id" text NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"title" text,
	"year" integer NOT NULL,
	"stage" text NOT NULL,
	"printed_unit" text NOT NULL,
	"sources" jsonb NOT NULL,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "funding_table_document_id_key_pk" PRIMARY KEY("document_id","key"),
	CONSTRAINT "funding_table_stage" CHECK ("funding_table"."stage" in ('planned', 'allocated', 'mobilised', 'disbursed'))
);
--> statement-breakpoint
CREATE TABLE "source_import" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "source_import_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"sha256" text NOT NULL,
	"program_version" text NOT NULL,
	"loaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"superseded_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "unit_lineage" (
	"from_id" integer NOT NULL,
	"to_id" integer NOT NULL,
	"day" date NOT NULL,
	"share" text NOT NULL,
	"note" text,
	"inferred" boolean NOT NULL,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "unit_lineage_from_id_to_id_day_pk" PRIMARY KEY("from_id","to_id","day"),
	CONSTRAINT "unit_lineage_share" CHECK ("unit_lineage"."share" in ('whole', 'part'))
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"id" integer PRIMARY KEY NOT NULL,
	"province_code" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"level" text NOT NULL,
	"parent_id" integer,
	"parent_code" text,
	"area_km2" numeric,
	"population" integer,
	"lon" double precision,
	"lat" double precision,
	"valid_from" date,
	"valid_to" date,
	"folded" text NOT NULL,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "unit_span" CHECK ("unit"."valid_from" <= "unit"."valid_to"),
	CONSTRAINT "unit_level" CHECK ("unit"."level" in ('province', 'district', 'commune'))
);
--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criteria_set" ADD CONSTRAINT "criteria_set_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criteria_set_basis" ADD CONSTRAINT "criteria_set_basis_set_id_criteria_set_id_fk" FOREIGN KEY ("set_id") REFERENCES "public"."criteria_set"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criteria_set_basis" ADD CONSTRAINT "criteria_set_basis_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_set_id_criteria_set_id_fk" FOREIGN KEY ("set_id") REFERENCES "public"."criteria_set"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_set_id_criterion_no_criterion_set_id_no_fk" FOREIGN KEY ("set_id","criterion_no") REFERENCES "public"."criterion"("set_id","no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_result" ADD CONSTRAINT "set_result_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_result" ADD CONSTRAINT "set_result_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_result_line" ADD CONSTRAINT "set_result_line_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_result_line" ADD CONSTRAINT "set_result_line_document_id_result_position_set_result_document_id_position_fk" FOREIGN KEY ("document_id","result_position") REFERENCES "public"."set_result"("document_id","position") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure" ADD CONSTRAINT "figure_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure" ADD CONSTRAINT "figure_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_basis" ADD CONSTRAINT "legal_basis_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_basis" ADD CONSTRAINT "legal_basis_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "printed_row" ADD CONSTRAINT "printed_row_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "printed_row" ADD CONSTRAINT "printed_row_document_id_table_key_printed_table_document_id_key_fk" FOREIGN KEY ("document_id","table_key") REFERENCES "public"."printed_table"("document_id","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "printed_table" ADD CONSTRAINT "printed_table_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "printed_table" ADD CONSTRAINT "printed_table_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_entry" ADD CONSTRAINT "funding_entry_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_entry" ADD CONSTRAINT "funding_entry_document_id_table_key_row_funding_row_document_id_table_key_row_fk" FOREIGN KEY ("document_id","table_key","row") REFERENCES "public"."funding_row"("document_id","table_key","row") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_row" ADD CONSTRAINT "funding_row_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_row" ADD CONSTRAINT "funding_row_document_id_table_key_funding_table_document_id_key_fk" FOREIGN KEY ("document_id","table_key") REFERENCES "public"."funding_table"("document_id","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_table" ADD CONSTRAINT "funding_table_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_table" ADD CONSTRAINT "funding_table_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_lineage" ADD CONSTRAINT "unit_lineage_from_id_unit_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_lineage" ADD CONSTRAINT "unit_lineage_to_id_unit_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_lineage" ADD CONSTRAINT "unit_lineage_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignment_due" ON "assignment" USING btree ("due");--> statement-breakpoint
CREATE INDEX "assignment_folded" ON "assignment" USING gin ("folded" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "figure_in_order" ON "figure" USING btree ("document_id","position");--> statement-breakpoint
CREATE INDEX "figure_quantity" ON "figure" USING btree ("quantity") WHERE "figure"."quantity" is not null;--> statement-breakpoint
CREATE INDEX "figure_folded" ON "figure" USING gin ("folded" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "finding_documents" ON "finding" USING gin ("documents");--> statement-breakpoint
CREATE INDEX "funding_entry_by_year" ON "funding_entry" USING btree ("year","stage","source");--> statement-breakpoint
CREATE UNIQUE INDEX "source_import_one_in_force" ON "source_import" USING btree ("name") WHERE "source_import"."superseded_at" is null;--> statement-breakpoint
CREATE INDEX "unit_lineage_to" ON "unit_lineage" USING btree ("to_id");--> statement-breakpoint
CREATE INDEX "unit_parent" ON "unit" USING btree ("parent_code","level");--> statement-breakpoint
CREATE INDEX "unit_province" ON "unit" USING btree ("province_code","level");--> statement-breakpoint
CREATE INDEX "unit_folded" ON "unit" USING gin ("folded" gin_trgm_ops);