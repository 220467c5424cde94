CREATE TABLE "dossier_procedure_version" (
	"procedure" text NOT NULL,
	"position" integer NOT NULL,
	"body" jsonb NOT NULL,
	"known_from" timestamp(3) with time zone NOT NULL,
	"known_until" timestamp(3) with time zone,
	"import_id" bigint,
	"recorded_by" jsonb,
	"file" text,
	"sha256" text,
	"as_shipped" boolean DEFAULT true NOT NULL,
	"shipped_sha256" text,
	CONSTRAINT "dossier_procedure_version_procedure_known_from_pk" PRIMARY KEY("procedure","known_from"),
	CONSTRAINT "dossier_procedure_version_span" CHECK ("dossier_procedure_version"."known_until" > "dossier_procedure_version"."known_from"),
	CONSTRAINT "dossier_procedure_version_origin" CHECK ("dossier_procedure_version"."recorded_by" is not null or "dossier_procedure_version"."as_shipped")
);
--> statement-breakpoint
ALTER TABLE "dossier_procedure_version" ADD CONSTRAINT "dossier_procedure_version_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "dossier_procedure_version_in_force" ON "dossier_procedure_version" USING btree ("procedure") WHERE "dossier_procedure_version"."known_until" is null;--> statement-breakpoint
-- What earlier imports overwrote is gone: what came last counts as known from its own load on.
INSERT INTO "dossier_procedure_version" ("procedure", "position", "body", "known_from", "import_id")
	SELECT "id", "position", "body", date_trunc('milliseconds', "recorded_at"), "import_id" FROM "dossier_procedure";
--> statement-breakpoint
SELECT access_open('dossier_procedure_version', 'sets.load');
--> statement-breakpoint
SELECT change_followed('dossier_procedure_version', 'whole', NULL);
