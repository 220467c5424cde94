ALTER TABLE "criteria_set_version" ADD COLUMN "import_id" bigint;--> statement-breakpoint
ALTER TABLE "criteria_set_version" ADD COLUMN "recorded_by" jsonb;--> statement-breakpoint
ALTER TABLE "criteria_set_version" ADD COLUMN "file" text;--> statement-breakpoint
ALTER TABLE "criteria_set_version" ADD COLUMN "sha256" text;--> statement-breakpoint
ALTER TABLE "criteria_set_version" ADD COLUMN "follows" text;--> statement-breakpoint
ALTER TABLE "criteria_set_version" ADD COLUMN "as_shipped" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "criteria_set_version" ADD COLUMN "shipped_sha256" text;--> statement-breakpoint
ALTER TABLE "criteria_set_version" ADD CONSTRAINT "criteria_set_version_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "criteria_set_version_in_force" ON "criteria_set_version" USING btree ("set_id") WHERE "criteria_set_version"."known_until" is null;--> statement-breakpoint
ALTER TABLE "criteria_set_version" ADD CONSTRAINT "criteria_set_version_origin" CHECK ("criteria_set_version"."recorded_by" is not null or "criteria_set_version"."as_shipped");