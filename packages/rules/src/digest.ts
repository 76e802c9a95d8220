/**
 * Lower-case hexadecimal SHA-256 of a text in UTF-8. It comes in as an argument, since this package is pure and runs where
 * the hash is at hand in different ways (`crypto.hash` on a server, a synchronous implementation in a browser).
 */
export type Digest = (text: string) => string;
