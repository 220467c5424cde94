-- What sets and recognitions said is kept with the moments from and until which it was known, in the one order of `observation_ledger`.
-- What earlier imports overwrote is gone: their successor counts as known from its own load on.
CREATE TABLE "criteria_set_version" (
	"set_id" text NOT NULL,
	"position" integer NOT NULL,
	"source" jsonb NOT NULL,
	"known_from" timestamp(3) with time zone NOT NULL,
	"known_until" timestamp(3) with time zone,
	CONSTRAINT "criteria_set_version_set_id_known_from_pk" PRIMARY KEY("set_id","known_from"),
	CONSTRAINT "criteria_set_version_span" CHECK ("criteria_set_version"."known_until" > "criteria_set_version"."known_from")
);
--> statement-breakpoint
ALTER TABLE "recognition" DROP CONSTRAINT "recognition_criteria_set_criteria_set_id_fk";
--> statement-breakpoint
ALTER TABLE "recognition" ADD COLUMN "known_from" timestamp(3) with time zone;--> statement-breakpoint
UPDATE "recognition" SET "known_from" = date_trunc('milliseconds', "recorded_at");--> statement-breakpoint
ALTER TABLE "recognition" ALTER COLUMN "known_from" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "recognition" ADD COLUMN "known_until" timestamp(3) with time zone;--> statement-breakpoint
CREATE INDEX "recognition_known_from" ON "recognition" USING btree ("known_from");--> statement-breakpoint
CREATE INDEX "recognition_known_until" ON "recognition" USING btree ("known_until");--> statement-breakpoint
ALTER TABLE "recognition" ADD CONSTRAINT "recognition_span" CHECK ("recognition"."known_until" > "recognition"."known_from");--> statement-breakpoint
INSERT INTO "criteria_set_version" ("set_id", "position", "source", "known_from")
	SELECT "id", "position", "source", date_trunc('milliseconds', "recorded_at") FROM "criteria_set";--> statement-breakpoint
-- Events and loads had moments of their own: the next one has to be later than all of them.
UPDATE "observation_ledger" SET "moment" = known."moment" FROM (
	SELECT date_trunc('milliseconds', max("moment")) + interval '1 millisecond' AS "moment" FROM (
		SELECT max("loaded_at") AS "moment" FROM "source_import"
		UNION ALL SELECT max(greatest("applied_at", "undone_at")) FROM "reorganisation"
		UNION ALL SELECT max("moment") FROM "observation_ledger") AS every
) AS known WHERE known."moment" IS NOT NULL;
