export { Counter, type CounterSaid } from './counter.entity.js';
