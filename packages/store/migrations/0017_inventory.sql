-- Registers of the programme: entries and what became of them, appended and never changed; and what documents want of them.
CREATE TABLE "inventory_event" (
	"item" integer NOT NULL,
	"id" integer NOT NULL,
	"day" date NOT NULL,
	"body" jsonb NOT NULL,
	"document" text,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"recorder" integer NOT NULL,
	CONSTRAINT "inventory_event_pk" PRIMARY KEY("item","id")
);
--> statement-breakpoint
CREATE TABLE "inventory_item" (
	"province" smallint NOT NULL,
	"id" integer NOT NULL,
	"unit" integer NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"body" jsonb NOT NULL,
	"day" date NOT NULL,
	"document" text,
	"evidence" jsonb,
	"note" text,
	"illustrative" boolean NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"recorder" integer NOT NULL,
	CONSTRAINT "inventory_item_pk" PRIMARY KEY("province","id"),
	CONSTRAINT "inventory_item_kind" CHECK ("inventory_item"."body" ->> '_tag' = "inventory_item"."kind")
);
--> statement-breakpoint
CREATE TABLE "inventory_target" (
	"document_id" text NOT NULL,
	"position" integer NOT NULL,
	"body" jsonb NOT NULL,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "inventory_target" ADD CONSTRAINT "inventory_target_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inventory_target" ADD CONSTRAINT "inventory_target_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inventory_item_id" ON "inventory_item" USING btree ("id");--> statement-breakpoint
CREATE INDEX "inventory_item_unit" ON "inventory_item" USING btree ("unit");--> statement-breakpoint
INSERT INTO "journal_ledger" ("name", "last_id") VALUES ('inventory', 0);
