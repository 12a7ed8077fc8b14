/** How one row of measured data compares with the machine. */
export interface Comparison {
  readonly id: string;
  readonly agrees: boolean;
  readonly expected: string;
  readonly got: string;
}
