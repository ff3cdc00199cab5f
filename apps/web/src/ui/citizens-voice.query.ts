import { graphql } from '../api/graphql';

export const voiceParts = graphql(`
  fragment VoiceParts on CitizensVoice {
    month
    illustrative
    units {
      unit {
        id
        nameVi
        nameEn
      }
      share {
        percent
        low
        high
        ratings
      }
    }
  }
`);
