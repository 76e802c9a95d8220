/** A text file of the repository; the path is relative to its root, with forward slashes. */
export interface RepositoryFile {
  readonly path: string;
  readonly text: string;
}
