CREATE TABLE "request_kept" (
	"caller" text NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"begun_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone,
	"answer" text,
	"secret" boolean NOT NULL,
	CONSTRAINT "request_kept_pk" PRIMARY KEY("caller","key")
);
--> statement-breakpoint
CREATE INDEX "request_kept_begun" ON "request_kept" USING btree ("begun_at");
--> statement-breakpoint
-- What somebody asked for is theirs alone; it is neither changed by nor told to others.
ALTER TABLE request_kept ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY access_own ON request_kept FOR ALL USING (caller = coalesce(current_setting('ntm.person', true), ''));
--> statement-breakpoint
-- Whoever asks under a key clears away what of all callers is older than a day: no more at once than takes no time.
CREATE FUNCTION request_forget() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM request_kept WHERE (caller, key) IN (
    SELECT caller, key FROM request_kept WHERE begun_at < now() - interval '24 hours' ORDER BY begun_at LIMIT 100 FOR UPDATE SKIP LOCKED) $$;
