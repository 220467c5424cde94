-- The journal of observations, its dictionaries, and the values in force packed by unit. No foreign keys on the journal:
-- what they would guard is written first, under the lock of the ledger's row, and never deleted.
CREATE TABLE "observation" (
	"id" bigint NOT NULL,
	"value" double precision NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"unit" integer NOT NULL,
	"day" date NOT NULL,
	"source" integer NOT NULL,
	"recorder" integer NOT NULL,
	"province" smallint NOT NULL,
	"input" smallint NOT NULL,
	"kind" smallint NOT NULL,
	"state" smallint NOT NULL,
	"illustrative" boolean NOT NULL,
	"from" date,
	"supersedes" bigint,
	"line" bigint,
	CONSTRAINT "observation_pk" PRIMARY KEY("province","unit","input","day","id"),
	CONSTRAINT "observation_value" CHECK ("observation"."value" not in ('NaN', 'Infinity', '-Infinity')),
	CONSTRAINT "observation_period" CHECK (("observation"."kind" = 0) = ("observation"."from" is null) and "observation"."from" <= "observation"."day"),
	CONSTRAINT "observation_line" CHECK (("observation"."supersedes" is null) = ("observation"."line" is null) and "observation"."supersedes" < "observation"."id")
);
--> statement-breakpoint
CREATE TABLE "observation_approved" (
	"province" smallint NOT NULL,
	"unit" integer NOT NULL,
	"block" smallint NOT NULL,
	"vals" "bytea" NOT NULL,
	"days" "bytea" NOT NULL,
	CONSTRAINT "observation_approved_pk" PRIMARY KEY("province","unit","block")
);
--> statement-breakpoint
CREATE TABLE "observation_input" (
	"position" smallint PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "observation_input_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "observation_ledger" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"moment" timestamp(3) with time zone,
	"last_id" bigint NOT NULL,
	"newest_day" date,
	CONSTRAINT "observation_ledger_one" CHECK ("observation_ledger"."one")
);
--> statement-breakpoint
CREATE TABLE "observation_move" (
	"observation" bigint NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"recorder" integer NOT NULL,
	"state" smallint NOT NULL,
	"reason" text,
	CONSTRAINT "observation_move_pk" PRIMARY KEY("observation","at")
);
--> statement-breakpoint
CREATE TABLE "observation_note" (
	"observation" bigint PRIMARY KEY NOT NULL,
	"evidence" jsonb NOT NULL,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "observation_recorder" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "observation_recorder_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"role" text NOT NULL,
	"agency" text,
	CONSTRAINT "observation_recorder_once" UNIQUE NULLS NOT DISTINCT("name","role","agency")
);
--> statement-breakpoint
CREATE TABLE "observation_source" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "observation_source_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "observation_source_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "observation_submitted" (
	"province" smallint NOT NULL,
	"unit" integer NOT NULL,
	"block" smallint NOT NULL,
	"vals" "bytea" NOT NULL,
	"days" "bytea" NOT NULL,
	CONSTRAINT "observation_submitted_pk" PRIMARY KEY("province","unit","block")
);
--> statement-breakpoint
CREATE TABLE "observed_unit" (
	"unit" integer PRIMARY KEY NOT NULL,
	"province" smallint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "observation_id" ON "observation" USING btree ("id");--> statement-breakpoint
CREATE INDEX "observation_supersedes" ON "observation" USING btree ("supersedes") WHERE "observation"."supersedes" is not null;--> statement-breakpoint
INSERT INTO "observation_ledger" ("last_id") VALUES (0);
