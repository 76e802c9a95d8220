export {
  measureTransitions,
  type LevelFigures,
  type MeasureOptions,
  type Report,
  type SideFigures,
} from './transitions/measure.ts';
