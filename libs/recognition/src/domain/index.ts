export { Recognition, RecognitionSeat } from './recognition.entity.js';
