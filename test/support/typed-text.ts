import fc from 'fast-check';

const range = (from: number, to: number) => fc.integer({ min: from, max: to }).map((point) => String.fromCodePoint(point));

const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...Array.from('iyIYíỷỹĩqukhtlmaeouơưâđĐ ')) },
  { weight: 3, arbitrary: range(0x20, 0x24f) },
  { weight: 2, arbitrary: range(0x1e00, 0x1eff) },
  { weight: 2, arbitrary: range(0x300, 0x36f) },
  { weight: 1, arbitrary: range(0x2000, 0x206f) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...Array.from('👩💻❤👍🏽1️⃣🏳🌈\u200d\ufe0f\ufe0e'),
      '\u200b',
      '\u3164',
      '\u2800',
      '\ufeff',
      '\u{e0041}',
      '\ufb01',
    ),
  },
);

/** Text of Latin letters, marks and signs as people type and paste it, emoji among it. */
export const typedText = fc.array(character, { maxLength: 24 }).map((characters) => characters.join(''));
