ALTER TABLE "account_session" ADD COLUMN "confirmed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "account_session" ADD COLUMN "provider_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "account_two_factor" ADD COLUMN "last_step" integer;