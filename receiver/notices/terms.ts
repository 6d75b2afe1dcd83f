/** What a notice states in figures. */
export interface NoticeTerms {
  readonly retentionDays: number;
  /** Numbers in a template. */
  readonly embeddingDim: number;
}
