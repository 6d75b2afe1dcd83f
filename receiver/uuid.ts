const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether it may be an id that the receiver gave; nothing else is looked for in the database. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
