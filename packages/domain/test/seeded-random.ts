// Every package's random stories are told by the same chance.
export { seededRandom, type SeededRandom } from '@khuyenhoc/test-scale';
