-- Works, their reports, and land given for them: appended and never changed, the province leading every key. Their ledger row is in 0009.
CREATE TABLE "land_event" (
	"province" smallint NOT NULL,
	"gift" integer NOT NULL,
	"id" integer NOT NULL,
	"day" date NOT NULL,
	"event" jsonb NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"recorder" integer NOT NULL,
	CONSTRAINT "land_event_pk" PRIMARY KEY("province","gift","id")
);
--> statement-breakpoint
CREATE TABLE "land_gift" (
	"province" smallint NOT NULL,
	"id" integer NOT NULL,
	"unit" integer NOT NULL,
	"work" integer,
	"household" text NOT NULL,
	"residential" double precision NOT NULL,
	"agricultural" double precision NOT NULL,
	"structures" integer NOT NULL,
	"eligible" integer NOT NULL,
	"parcels" integer NOT NULL,
	"day" date NOT NULL,
	"document" text,
	"illustrative" boolean NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"recorder" integer NOT NULL,
	CONSTRAINT "land_gift_pk" PRIMARY KEY("province","id"),
	CONSTRAINT "land_gift_areas" CHECK ("land_gift"."residential" >= 0 and "land_gift"."agricultural" >= 0),
	CONSTRAINT "land_gift_counts" CHECK ("land_gift"."structures" >= "land_gift"."eligible" and "land_gift"."eligible" >= 0 and "land_gift"."parcels" >= 0)
);
--> statement-breakpoint
CREATE TABLE "work" (
	"province" smallint NOT NULL,
	"id" integer NOT NULL,
	"unit" integer NOT NULL,
	"code" text NOT NULL,
	"batch" text,
	"sector" text NOT NULL,
	"name" text NOT NULL,
	"investor" text NOT NULL,
	"cost" bigint NOT NULL,
	"size" jsonb,
	"milestones" jsonb NOT NULL,
	"serves" jsonb NOT NULL,
	"document" text,
	"illustrative" boolean NOT NULL,
	"withdrawn_at" timestamp(3) with time zone,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"recorder" integer NOT NULL,
	CONSTRAINT "work_pk" PRIMARY KEY("province","id"),
	CONSTRAINT "work_once" UNIQUE("province","code"),
	CONSTRAINT "work_cost" CHECK ("work"."cost" between 1 and 9007199254740991)
);
--> statement-breakpoint
CREATE TABLE "work_batch" (
	"province" smallint NOT NULL,
	"id" text NOT NULL,
	"unit" integer NOT NULL,
	"name" text NOT NULL,
	"year" smallint NOT NULL,
	"document" text,
	"approved_on" date,
	"due" date,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"recorder" integer NOT NULL,
	CONSTRAINT "work_batch_pk" PRIMARY KEY("province","id"),
	CONSTRAINT "work_batch_once" UNIQUE("id"),
	CONSTRAINT "work_batch_days" CHECK ("work_batch"."due" >= "work_batch"."approved_on")
);
--> statement-breakpoint
CREATE TABLE "work_report" (
	"province" smallint NOT NULL,
	"work" integer NOT NULL,
	"id" integer NOT NULL,
	"day" date NOT NULL,
	"body" jsonb NOT NULL,
	"document" text,
	"evidence" jsonb,
	"note" text,
	"illustrative" boolean NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"recorder" integer NOT NULL,
	CONSTRAINT "work_report_pk" PRIMARY KEY("province","work","id")
);
--> statement-breakpoint
ALTER TABLE "source_import" ADD COLUMN "works_sha256" text;--> statement-breakpoint
CREATE INDEX "land_gift_id" ON "land_gift" USING btree ("id");--> statement-breakpoint
CREATE INDEX "land_gift_unit" ON "land_gift" USING btree ("unit");--> statement-breakpoint
CREATE INDEX "work_id" ON "work" USING btree ("id");--> statement-breakpoint
CREATE INDEX "work_unit" ON "work" USING btree ("unit");--> statement-breakpoint
CREATE INDEX "work_report_id" ON "work_report" USING btree ("id");