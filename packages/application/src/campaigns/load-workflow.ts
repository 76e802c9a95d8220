import { compileWorkflow, type CompiledWorkflow, type WorkflowTemplate } from '@khuyenhoc/domain';

/** A published template compiled. The source is our own canonical JSON, published under its hash. */
export function readWorkflow(source: string): CompiledWorkflow {
  return compileWorkflow(JSON.parse(source) as WorkflowTemplate);
}
