-- Dossiers that an import brings are told apart by the names that it gives them.
ALTER TABLE "dossier" ADD COLUMN "import_key" text;--> statement-breakpoint
CREATE UNIQUE INDEX "dossier_import_key" ON "dossier" USING btree ("import_key") WHERE "dossier"."known_until" is null;