import { randomBytes } from 'node:crypto';

/** What receivers of one database share. */
export const newMasterKey = (): string => randomBytes(32).toString('base64url');
