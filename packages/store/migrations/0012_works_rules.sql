-- What the programme holds works to, as data that an import brings.
CREATE TABLE "works_rules" (
	"body" jsonb NOT NULL,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "works_rules" ADD CONSTRAINT "works_rules_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;