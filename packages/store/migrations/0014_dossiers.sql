-- Recognition dossiers: procedures as an import brings them, the cases and what happened to them, appended and never changed; and letters on
-- their way, so that the digest of a day is sent once, whichever program sends it.
CREATE TABLE "letter" (
	"day" date NOT NULL,
	"recipient" text NOT NULL,
	"about" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_try" timestamp(3) with time zone NOT NULL,
	"last_error" text,
	"delivered_at" timestamp(3) with time zone,
	"given_up_at" timestamp(3) with time zone,
	CONSTRAINT "letter_pk" PRIMARY KEY("day","recipient","about")
);
--> statement-breakpoint
CREATE TABLE "dossier" (
	"id" integer NOT NULL,
	"unit" integer NOT NULL,
	"tier" text NOT NULL,
	"criteria_set" text NOT NULL,
	"procedure" text NOT NULL,
	"as_of" date NOT NULL,
	"opened_on" date NOT NULL,
	"override" text,
	"document" text,
	"illustrative" boolean NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"recorder" integer NOT NULL,
	"known_until" timestamp(3) with time zone,
	CONSTRAINT "dossier_pk" PRIMARY KEY("id","recorded_at"),
	CONSTRAINT "dossier_span" CHECK ("dossier"."known_until" > "dossier"."recorded_at")
);
--> statement-breakpoint
CREATE TABLE "dossier_event" (
	"dossier" integer NOT NULL,
	"id" integer NOT NULL,
	"day" date NOT NULL,
	"body" jsonb NOT NULL,
	"document" text,
	"evidence" jsonb,
	"illustrative" boolean NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"recorder" integer NOT NULL,
	"known_until" timestamp(3) with time zone,
	CONSTRAINT "dossier_event_pk" PRIMARY KEY("dossier","id","recorded_at"),
	CONSTRAINT "dossier_event_span" CHECK ("dossier_event"."known_until" > "dossier_event"."recorded_at")
);
--> statement-breakpoint
CREATE TABLE "dossier_procedure" (
	"id" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"body" jsonb NOT NULL,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "dossier_procedure" ADD CONSTRAINT "dossier_procedure_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letter_waiting" ON "letter" USING btree ("next_try") WHERE "letter"."delivered_at" is null and "letter"."given_up_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "dossier_in_force" ON "dossier" USING btree ("id") WHERE "dossier"."known_until" is null;--> statement-breakpoint
CREATE INDEX "dossier_unit" ON "dossier" USING btree ("unit");--> statement-breakpoint
CREATE UNIQUE INDEX "dossier_event_in_force" ON "dossier_event" USING btree ("id") WHERE "dossier_event"."known_until" is null;