CREATE TABLE "audit_log" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"about" text NOT NULL,
	"details" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"case_id" text PRIMARY KEY NOT NULL,
	"verification_id" text NOT NULL,
	"reason" text NOT NULL,
	"hits" jsonb NOT NULL,
	"state" text NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"outcome" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"delete_after" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "cases_verification_id_unique" UNIQUE("verification_id")
);
--> statement-breakpoint
CREATE TABLE "exemptions" (
	"exemption_id" text PRIMARY KEY NOT NULL,
	"left" text NOT NULL,
	"right" text NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"granted_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "objections" (
	"objection_id" text PRIMARY KEY NOT NULL,
	"verification_id" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"delete_after" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"review_id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"outcome" text NOT NULL,
	"reviewer" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "template_log" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"verification_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_messages" (
	"message_id" text PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"verification_id" text NOT NULL,
	"type" text NOT NULL,
	"body" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	"given_up_at" timestamp (3) with time zone,
	"delete_after" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_verification_id_verifications_verification_id_fk" FOREIGN KEY ("verification_id") REFERENCES "public"."verifications"("verification_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_verification_id_verifications_verification_id_fk" FOREIGN KEY ("verification_id") REFERENCES "public"."verifications"("verification_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_case_id_cases_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("case_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_about" ON "audit_log" USING btree ("about");--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "cases_state_opened" ON "cases" USING btree ("state","opened_at");--> statement-breakpoint
CREATE INDEX "cases_delete_after" ON "cases" USING btree ("delete_after");--> statement-breakpoint
CREATE INDEX "exemptions_left" ON "exemptions" USING btree ("left");--> statement-breakpoint
CREATE INDEX "exemptions_right" ON "exemptions" USING btree ("right");--> statement-breakpoint
CREATE INDEX "objections_verification" ON "objections" USING btree ("verification_id");--> statement-breakpoint
CREATE INDEX "reviews_case" ON "reviews" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "webhook_messages_due" ON "webhook_messages" USING btree ("next_attempt_at");--> statement-breakpoint
CREATE INDEX "webhook_messages_verification" ON "webhook_messages" USING btree ("verification_id","seq");--> statement-breakpoint
CREATE INDEX "webhook_messages_delete_after" ON "webhook_messages" USING btree ("delete_after");