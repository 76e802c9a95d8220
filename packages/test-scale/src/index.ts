export { propertyRuns, scale, seed, type PropertyRuns } from './scale.ts';
export { seededRandom, type SeededRandom } from './seeded-random.ts';
