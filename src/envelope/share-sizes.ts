/** How large the parts of a template are that is split among three operators. By itself, because a page needs no schema of what it sends. */

/** Most components that a shared template may have. */
export const MOST_DIM = 512;
export const SALT_BYTES = 32;
/** Two salts and two components of `dim` words of 32 bits. */
export const sharePlaintextBytes = (dim: number): number => 2 * SALT_BYTES + 2 * 4 * dim;
/** That, padded with zeros: the size says nothing of the model. */
export const SHARE_PLAINTEXT_BYTES = sharePlaintextBytes(MOST_DIM);
