CREATE TABLE "deployment_secrets" (
	"name" text PRIMARY KEY NOT NULL,
	"master_key_id" text NOT NULL,
	"wrapped" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "key_slots" (
	"slot_id" text PRIMARY KEY NOT NULL,
	"master_key_id" text NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
-- By hand: counts of a minute are worth no write-ahead log, and leave no trace in it.
CREATE UNLOGGED TABLE "post_counts" (
	"client" text NOT NULL,
	"minute" integer NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "post_counts_client_minute_pk" PRIMARY KEY("client","minute")
);
--> statement-breakpoint
CREATE INDEX "post_counts_minute" ON "post_counts" USING btree ("minute");