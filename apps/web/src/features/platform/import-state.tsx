import { Trans } from '@lingui/react/macro';
import { Check, Circle, CircleHalf, Clock, Close, Edit, Plus, Warning } from '../../ui/icons';
import { StateMark } from '../../ui/state-mark';
import { type ImportRead, type ImportRowRead } from './imports.query';

/** How far an import is. */
export function ImportStateMark({ of: { state, running, problemCount } }: { readonly of: ImportRead }) {
  if (running)
    return (
      <StateMark tone="ink" icon={CircleHalf}>
        <Trans>Đang thực hiện</Trans>
      </StateMark>
    );
  switch (state) {
    case 'OPEN':
      return (
        <StateMark icon={Circle}>
          <Trans>Chờ tệp</Trans>
        </StateMark>
      );
    case 'CHECKED':
      return problemCount > 0 ? (
        <StateMark tone="late" icon={Warning}>
          <Trans>Có dòng phải sửa</Trans>
        </StateMark>
      ) : (
        <StateMark tone="soon" icon={Clock}>
          <Trans>Chờ ghi</Trans>
        </StateMark>
      );
    case 'APPLIED':
      return (
        <StateMark tone="done" icon={Check}>
          <Trans>Đã ghi</Trans>
        </StateMark>
      );
    case 'GIVEN_UP':
      return (
        <StateMark icon={Close}>
          <Trans>Đã bỏ</Trans>
        </StateMark>
      );
  }
}

/** What becomes of a row. */
export function FateMark({ of }: { readonly of: ImportRowRead['fate'] }) {
  switch (of) {
    case 'MAKE':
      return (
        <StateMark tone="done" icon={Plus}>
          <Trans>Thêm mới</Trans>
        </StateMark>
      );
    case 'CHANGE':
      return (
        <StateMark tone="ink" icon={Edit}>
          <Trans>Thay đổi</Trans>
        </StateMark>
      );
    case 'LEAVE':
      return (
        <StateMark icon={Check}>
          <Trans>Đã có</Trans>
        </StateMark>
      );
    case 'PROBLEM':
      return (
        <StateMark tone="late" icon={Warning}>
          <Trans>Phải sửa</Trans>
        </StateMark>
      );
  }
}
