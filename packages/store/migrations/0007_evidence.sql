-- Files that prove values, each once by its content. They are packed already, so they are stored as they are: a part of one is
-- then read without the rest.
CREATE TABLE "evidence_file" (
	"sha256" text PRIMARY KEY NOT NULL,
	"bytes" integer NOT NULL,
	"media_type" text NOT NULL,
	"name" text NOT NULL,
	"content" "bytea" NOT NULL,
	"recorded_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"recorder" integer NOT NULL,
	CONSTRAINT "evidence_file_bytes" CHECK ("evidence_file"."bytes" = octet_length("evidence_file"."content") and "evidence_file"."bytes" > 0),
	CONSTRAINT "evidence_file_content" CHECK ("evidence_file"."sha256" = encode(sha256("evidence_file"."content"), 'hex'))
);
--> statement-breakpoint
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_recorder_observation_recorder_id_fk" FOREIGN KEY ("recorder") REFERENCES "public"."observation_recorder"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_file" ALTER COLUMN "content" SET STORAGE EXTERNAL;
