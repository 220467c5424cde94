-- The journal of money: entries appended and never changed, and one ledger row a journal that orders its batches.
CREATE TABLE "funding_agency" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "funding_agency_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	CONSTRAINT "funding_agency_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "funding_entry" (
	"id" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"unit" integer NOT NULL,
	"day" date NOT NULL,
	"recorder" integer NOT NULL,
	"province" smallint NOT NULL,
	"year" smallint NOT NULL,
	"source" smallint NOT NULL,
	"stage" smallint NOT NULL,
	"tier" smallint NOT NULL,
	"kind" smallint NOT NULL,
	"illustrative" boolean NOT NULL,
	"paper" integer,
	"agency" integer,
	"work" integer,
	"adjusts" bigint,
	CONSTRAINT "funding_entry_pk" PRIMARY KEY("province","year","stage","tier","unit","id"),
	CONSTRAINT "funding_entry_safe" CHECK ("funding_entry"."amount" between -9007199254740991 and 9007199254740991),
	CONSTRAINT "funding_entry_adjusts_earlier" CHECK ("funding_entry"."adjusts" < "funding_entry"."id")
);
--> statement-breakpoint
CREATE TABLE "funding_note" (
	"entry" bigint PRIMARY KEY NOT NULL,
	"given" jsonb,
	"content" text,
	"quantity" double precision,
	"quantity_unit" text,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "funding_paper" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "funding_paper_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"document" text NOT NULL,
	"place" text,
	CONSTRAINT "funding_paper_once" UNIQUE NULLS NOT DISTINCT("document","place")
);
--> statement-breakpoint
CREATE TABLE "journal_ledger" (
	"name" text PRIMARY KEY NOT NULL,
	"moment" timestamp(3) with time zone,
	"last_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "funding_entry_id" ON "funding_entry" USING btree ("id");--> statement-breakpoint
CREATE INDEX "funding_entry_unit" ON "funding_entry" USING btree ("unit");--> statement-breakpoint
CREATE INDEX "funding_entry_paper" ON "funding_entry" USING btree ("paper") WHERE "funding_entry"."paper" is not null;--> statement-breakpoint
CREATE INDEX "funding_entry_work" ON "funding_entry" USING btree ("work") WHERE "funding_entry"."work" is not null;--> statement-breakpoint
CREATE INDEX "funding_entry_adjusts" ON "funding_entry" USING btree ("adjusts") WHERE "funding_entry"."adjusts" is not null;--> statement-breakpoint
INSERT INTO "journal_ledger" ("name", "last_id") VALUES ('funding', 0), ('works', 0);
