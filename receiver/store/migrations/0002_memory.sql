CREATE TABLE "receiver_memory" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
