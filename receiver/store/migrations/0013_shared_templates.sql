CREATE TABLE "shared_templates" (
	"verification_id" text PRIMARY KEY NOT NULL,
	"template_id" text NOT NULL,
	"session_id" text NOT NULL,
	"state" text NOT NULL,
	"pending_until" timestamp (3) with time zone,
	"was_stored" boolean DEFAULT false NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"removing_at" timestamp (3) with time zone,
	"receipts" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE INDEX "shared_templates_template" ON "shared_templates" USING btree ("template_id");--> statement-breakpoint
CREATE INDEX "shared_templates_session" ON "shared_templates" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "shared_templates_state" ON "shared_templates" USING btree ("state","removing_at");