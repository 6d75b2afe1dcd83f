CREATE TABLE "attempts" (
	"attempt_id" serial PRIMARY KEY NOT NULL,
	"principal" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "envelopes" (
	"verification_id" text PRIMARY KEY NOT NULL,
	"body" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"event_id" serial PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"about" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"notice_hash" text PRIMARY KEY NOT NULL,
	"locale" text NOT NULL,
	"version" text NOT NULL,
	"notice" jsonb NOT NULL,
	"first_served_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "opt_outs" (
	"case_id" text PRIMARY KEY NOT NULL,
	"alternative" text NOT NULL,
	"subject" text,
	"locale" text NOT NULL,
	"reason" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"delete_after" timestamp (3) with time zone NOT NULL,
	"test" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"session_id" text PRIMARY KEY NOT NULL,
	"nonce" text NOT NULL,
	"challenge" jsonb NOT NULL,
	"notice_hash" text NOT NULL,
	"locale" text NOT NULL,
	"profile" text NOT NULL,
	"subject" text,
	"attempts_left" integer NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"capture_by" timestamp (3) with time zone NOT NULL,
	"submit_by" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "templates" (
	"verification_id" text PRIMARY KEY NOT NULL,
	"model_id" text NOT NULL,
	"model_sha256" text NOT NULL,
	"dim" integer NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"verification_id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"body_hash" text NOT NULL,
	"state" text NOT NULL,
	"status" text NOT NULL,
	"basis" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"delete_after" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"subject" text,
	"locale" text NOT NULL,
	"purpose_ids" jsonb NOT NULL,
	"notice_hash" text NOT NULL,
	"consent_hash" text NOT NULL,
	"consent" jsonb,
	"capture" jsonb,
	"liveness" jsonb NOT NULL,
	"threshold" jsonb NOT NULL,
	"review_outcome" text,
	"test" boolean NOT NULL,
	CONSTRAINT "verifications_session_id_unique" UNIQUE("session_id")
);
--> statement-breakpoint
ALTER TABLE "envelopes" ADD CONSTRAINT "envelopes_verification_id_verifications_verification_id_fk" FOREIGN KEY ("verification_id") REFERENCES "public"."verifications"("verification_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_verification_id_verifications_verification_id_fk" FOREIGN KEY ("verification_id") REFERENCES "public"."verifications"("verification_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attempts_principal_at" ON "attempts" USING btree ("principal","at");--> statement-breakpoint
CREATE INDEX "events_about" ON "events" USING btree ("about");--> statement-breakpoint
CREATE INDEX "opt_outs_delete_after" ON "opt_outs" USING btree ("delete_after");--> statement-breakpoint
CREATE INDEX "sessions_submit_by" ON "sessions" USING btree ("submit_by");--> statement-breakpoint
CREATE INDEX "templates_model" ON "templates" USING btree ("model_id","model_sha256");--> statement-breakpoint
CREATE INDEX "verifications_delete_after" ON "verifications" USING btree ("delete_after");