export { propertyRuns, scale, seed, type PropertyRuns } from './scale.ts';
