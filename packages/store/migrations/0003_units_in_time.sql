-- Units get several rows each, the events that made them, and what they gave to each other with its share. The registers are
-- loaded anew by the next start, which fills the new tables; the lineage of before comes back with them.
CREATE SEQUENCE "public"."unit_register_version" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "reorganisation" (
	"sequence" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reorganisation_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"document" text NOT NULL,
	"day" date NOT NULL,
	"body" jsonb NOT NULL,
	"applied_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone,
	"import_id" bigint
);
--> statement-breakpoint
CREATE TABLE "transfer" (
	"event" integer NOT NULL,
	"day" date NOT NULL,
	"from_id" integer NOT NULL,
	"to_id" integer NOT NULL,
	"share_all" double precision,
	"share_by" jsonb NOT NULL,
	"note" text,
	"inferred" boolean NOT NULL,
	"implied" boolean NOT NULL,
	"import_id" bigint,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "transfer_pk" PRIMARY KEY("event","from_id","to_id"),
	CONSTRAINT "transfer_share" CHECK ("transfer"."share_all" between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "unit_register" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "unit_register_one" CHECK ("unit_register"."one")
);
--> statement-breakpoint
INSERT INTO "unit_register" ("version") VALUES (nextval('unit_register_version'));--> statement-breakpoint
DROP TABLE "unit_lineage";--> statement-breakpoint
ALTER TABLE "unit" DROP CONSTRAINT "unit_level";--> statement-breakpoint
ALTER TABLE "unit" DROP CONSTRAINT "unit_code_once";--> statement-breakpoint
ALTER TABLE "unit" DROP CONSTRAINT "unit_parent_fk";--> statement-breakpoint
ALTER TABLE "unit" DROP CONSTRAINT "unit_pkey";--> statement-breakpoint
DROP INDEX "unit_province";--> statement-breakpoint
-- A unit may change its province without a row of its own: the column could not be kept true.
ALTER TABLE "unit" DROP COLUMN "province_code";--> statement-breakpoint
ALTER TABLE "unit" ALTER COLUMN "import_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "unit" ADD COLUMN "start" date GENERATED ALWAYS AS (coalesce(valid_from, '-infinity'::date)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "unit" ADD COLUMN "weights" jsonb;--> statement-breakpoint
ALTER TABLE "unit" ADD COLUMN "attributes" jsonb;--> statement-breakpoint
ALTER TABLE "unit" ADD COLUMN "begun_by" integer;--> statement-breakpoint
ALTER TABLE "unit" ADD COLUMN "ended_by" integer;--> statement-breakpoint
ALTER TABLE "source_import" ADD COLUMN "units_sha256" text;--> statement-breakpoint
UPDATE "source_import" SET "superseded_at" = now() WHERE "superseded_at" IS NULL;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_pk" PRIMARY KEY("id","start");--> statement-breakpoint
-- On one day an id, and a code, names one row. Both stand as ranges of one number, which need no extension; the 1 before
-- a code keeps its leading zeros. Deferred: a new register may give a code from one unit to another within one load.
ALTER TABLE "unit" ADD CONSTRAINT "unit_id_once" EXCLUDE USING gist (int4range("id", "id", '[]') WITH &&, daterange("valid_from", "valid_to", '[]') WITH &&) DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_code_once" EXCLUDE USING gist (int4range(('1' || "code")::integer, ('1' || "code")::integer, '[]') WITH &&, daterange("valid_from", "valid_to", '[]') WITH &&) DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_level" CHECK ("unit"."level" in ('province', 'district', 'commune', 'village'));--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_begun_by_reorganisation_sequence_fk" FOREIGN KEY ("begun_by") REFERENCES "public"."reorganisation"("sequence") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_ended_by_reorganisation_sequence_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."reorganisation"("sequence") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reorganisation" ADD CONSTRAINT "reorganisation_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_event_reorganisation_sequence_fk" FOREIGN KEY ("event") REFERENCES "public"."reorganisation"("sequence") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "reorganisation_once_in_force" ON "reorganisation" USING btree ("id") WHERE "reorganisation"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "transfer_from" ON "transfer" USING btree ("from_id","day");--> statement-breakpoint
CREATE INDEX "transfer_to" ON "transfer" USING btree ("to_id","day");--> statement-breakpoint
CREATE INDEX "unit_code" ON "unit" USING btree ("code","start");
