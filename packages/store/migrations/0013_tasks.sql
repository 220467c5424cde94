-- Who owes what by when: agencies, working days, duties, recommendations as an import brings them, and the journals of what happened to
-- tasks and to recommendations, appended and never changed.
CREATE TABLE "recommendation_event" (
	"document_id" text NOT NULL,
	"id" integer NOT NULL,
	"subject" text NOT NULL,
	"day" date NOT NULL,
	"body" jsonb NOT NULL,
	"document" text,
	"evidence" jsonb,
	"illustrative" boolean NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"recorder" integer NOT NULL,
	CONSTRAINT "recommendation_event_pk" PRIMARY KEY("document_id","id"),
	CONSTRAINT "recommendation_event_once" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "task_event" (
	"document_id" text NOT NULL,
	"id" integer NOT NULL,
	"subject" text NOT NULL,
	"day" date NOT NULL,
	"body" jsonb NOT NULL,
	"document" text,
	"evidence" jsonb,
	"illustrative" boolean NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"recorder" integer NOT NULL,
	CONSTRAINT "task_event_pk" PRIMARY KEY("document_id","id"),
	CONSTRAINT "task_event_once" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "agency" (
	"id" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"body" jsonb NOT NULL,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "duty" (
	"document_id" text NOT NULL,
	"no" text NOT NULL,
	"position" integer NOT NULL,
	"body" jsonb NOT NULL,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "duty_pk" PRIMARY KEY("document_id","no")
);
--> statement-breakpoint
CREATE TABLE "limitation" (
	"document_id" text NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"body" jsonb NOT NULL,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "limitation_pk" PRIMARY KEY("document_id","id")
);
--> statement-breakpoint
CREATE TABLE "recommendation" (
	"document_id" text NOT NULL,
	"no" text NOT NULL,
	"position" integer NOT NULL,
	"body" jsonb NOT NULL,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recommendation_pk" PRIMARY KEY("document_id","no")
);
--> statement-breakpoint
CREATE TABLE "tasking" (
	"document_id" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"body" jsonb NOT NULL,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "work_calendar" (
	"position" integer NOT NULL,
	"body" jsonb NOT NULL,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agency" ADD CONSTRAINT "agency_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty" ADD CONSTRAINT "duty_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty" ADD CONSTRAINT "duty_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "limitation" ADD CONSTRAINT "limitation_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "limitation" ADD CONSTRAINT "limitation_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking" ADD CONSTRAINT "tasking_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasking" ADD CONSTRAINT "tasking_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_calendar" ADD CONSTRAINT "work_calendar_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
INSERT INTO "journal_ledger" ("name", "last_id") VALUES ('tasks', 0), ('recommendations', 0);
