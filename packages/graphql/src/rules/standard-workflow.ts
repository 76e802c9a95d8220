import { compileWorkflow, standardTemplate } from '@khuyenhoc/domain';
import { canonicalJson, type CanonicalValue } from '@khuyenhoc/kernel';
import type { Digest } from '@khuyenhoc/rules';

/** The workflow that every network begins with, under the hash it is published as when the network is founded. */
export function standardWorkflow(digest: Digest) {
  // The template is plain data; the copy gives it the index signature that canonical JSON asks for.
  const source = canonicalJson(JSON.parse(JSON.stringify(standardTemplate)) as CanonicalValue);
  return { hash: digest(source), workflow: compileWorkflow(standardTemplate) };
}
