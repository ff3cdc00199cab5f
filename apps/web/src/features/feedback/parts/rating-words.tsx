import { Trans, useLingui } from '@lingui/react/macro';
import { type CommentRow } from '../rating.query';

type Reason = CommentRow['givenReasons'][number];

export function ReasonWord({ of }: { readonly of: Reason }) {
  switch (of) {
    case 'WAITING':
      return <Trans>chờ đợi lâu</Trans>;
    case 'UNCLEAR':
      return <Trans>hướng dẫn chưa rõ</Trans>;
    case 'ATTITUDE':
      return <Trans>thái độ phục vụ</Trans>;
    case 'EXTRA_COST':
      return <Trans>bị gợi ý nộp thêm tiền</Trans>;
    case 'MORE_TRIPS':
      return <Trans>phải đi lại nhiều lần</Trans>;
  }
}

/** From 1 to 5, in words. */
export function useLevelWords(): (level: number) => string {
  const { t } = useLingui();
  const words = [t`rất không hài lòng`, t`không hài lòng`, t`bình thường`, t`hài lòng`, t`rất hài lòng`];
  return (level) => words[level - 1] ?? '';
}
