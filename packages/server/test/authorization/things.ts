/** Global ids by type of node, and by type and state where the state decides what may be done. */
export type Things = Readonly<Record<string, string>>;
