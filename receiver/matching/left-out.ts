/** Why a stored template is not searched: its key does not open it, or what it opens to is no direction of the model's. */
export type LeftOutCode = 'template.unopened' | 'template.no_direction';
