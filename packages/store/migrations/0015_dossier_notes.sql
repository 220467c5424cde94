-- What dossiers say of themselves beside what they ask for, and the tasks by which their steps are carried out.
ALTER TABLE "dossier" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "dossier" ADD COLUMN "tasks" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "dossier_event" ADD COLUMN "note" text;