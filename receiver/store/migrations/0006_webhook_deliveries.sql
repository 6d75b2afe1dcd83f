CREATE TABLE "webhook_deliveries" (
	"message_id" text NOT NULL,
	"endpoint" text NOT NULL,
	"seq" bigint NOT NULL,
	"verification_id" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "webhook_deliveries_endpoint_message_id_pk" PRIMARY KEY("endpoint","message_id")
);
--> statement-breakpoint
DROP INDEX "webhook_messages_due";--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_message_id_webhook_messages_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."webhook_messages"("message_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhook_deliveries_message" ON "webhook_deliveries" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" USING btree ("endpoint","next_attempt_at");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_verification" ON "webhook_deliveries" USING btree ("endpoint","verification_id","seq");--> statement-breakpoint
CREATE INDEX "webhook_messages_undelivered" ON "webhook_messages" USING btree ("delivered_at","seq");--> statement-breakpoint
ALTER TABLE "webhook_messages" DROP COLUMN "attempts";--> statement-breakpoint
ALTER TABLE "webhook_messages" DROP COLUMN "next_attempt_at";--> statement-breakpoint
ALTER TABLE "webhook_messages" DROP COLUMN "given_up_at";