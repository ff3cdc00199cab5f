/** What the list is narrowed to, and where in it one stands. */
export interface RolloutsSearch {
  readonly search?: string;
  readonly year?: number;
  readonly after?: string;
}

/** Which indicator, of which commune, until when, and whether only those in dispute. */
export interface FiguresSearch {
  readonly indicator?: string;
  readonly unit?: string;
  readonly units?: 'today';
  readonly upTo?: string;
  readonly disputed?: true;
}
