import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { DataTable } from '../../../ui/data-table';
import { SelectField } from '../../../ui/field';
import { day, number, percent } from '../../../ui/format';
import { given } from '../../../ui/given';
import { Answer, Empty } from '../../../ui/note';
import { PublicHead, PublicPage, Section } from '../../../ui/public-page';
import { DemoMark } from '../../../ui/state-mark';
import { MonthWord } from '../../../ui/month-word';
import { PublishedTable } from '../parts/published-table';
import { useLevelWords } from '../parts/rating-words';
import { PUBLIC_RATINGS, type PublishedRatings, type Share } from '../rating.query';
import styles from './citizens-voice.module.css';

/** What citizens said at the counters, a month at a time, for anyone; which month is in the address. */
export function Page() {
  const { t } = useLingui();
  const { month } = useSearch({ from: '/public/citizens-voice' });
  const navigate = useNavigate({ from: '/citizens-voice' });
  const asked = useAsk(PUBLIC_RATINGS, { month: month ?? null });
  return (
    <PublicPage>
      <PublicHead title={t`Người dân đánh giá`}>
        <Trans>
          Tỷ lệ hài lòng của người dân tại các quầy theo xã và lĩnh vực, công bố mỗi tháng kèm khoảng tin cậy. Nhóm dưới mười đánh giá không
          được công bố.
        </Trans>
      </PublicHead>
      <Answer of={asked} rows={10}>
        {({ publicRatings, publicRatingMonths: months }) =>
          publicRatings ? (
            <>
              <SelectField
                label={t`Tháng`}
                name="month"
                value={publicRatings.month}
                onChange={(chosen) => void navigate({ search: { month: chosen }, resetScroll: false })}
              >
                {months.map((one) => (
                  <option key={one.month} value={one.month}>
                    {t`tháng ${String(Number(one.month.slice(5, 7)))}/${one.month.slice(0, 4)}`}
                  </option>
                ))}
              </SelectField>
              <Month of={publicRatings} />
            </>
          ) : (
            <Empty title={<Trans>Chưa công bố đánh giá của tháng này</Trans>}>
              <p>
                <Trans>Mỗi tháng được công bố một lần, sau năm ngày làm việc kể từ khi hết tháng.</Trans>
              </p>
            </Empty>
          )
        }
      </Answer>
    </PublicPage>
  );
}

function Month({ of: ratings }: { readonly of: PublishedRatings }) {
  const { share, month, publishedOn, illustrative, units, levels } = ratings;
  return (
    <>
      <Section title={<Trans>Tất cả các quầy</Trans>} side={illustrative && <DemoMark />}>
        {share ? (
          <>
            <p className={styles.whole}>
              <strong className={styles.large}>{percent(share.percent, 1)}</strong>{' '}
              <Trans>
                hài lòng trong {number(share.ratings)} đánh giá của <MonthWord of={month} />
              </Trans>
            </p>
            <p>
              <Trans>
                Khoảng tin cậy 95 %: từ {percent(share.low, 1)} đến {percent(share.high, 1)}, của những người đã đánh giá.
              </Trans>{' '}
              <Weights of={share} />
            </p>
            <p className="secondary">
              <Trans>Công bố ngày {day(publishedOn)}; không sửa lại sau khi công bố.</Trans>
            </p>
          </>
        ) : (
          <p>
            <Trans>Tháng này có dưới mười đánh giá nên không công bố tỷ lệ.</Trans>
          </p>
        )}
      </Section>
      <Section title={<Trans>Theo xã và lĩnh vực</Trans>}>
        <p>
          <Trans>
            Các xã có khoảng tin cậy chồng lên nhau thì cùng hạng: số liệu chưa cho thấy xã nào hơn. Ô ghi “ẩn” là nhóm dưới mười đánh giá,
            hoặc nhóm mà nếu hiện ra thì suy ra được nhóm dưới mười.
          </Trans>
        </p>
        <PublishedTable units={units} />
      </Section>
      {levels.length > 0 && (
        <Section title={<Trans>Số đánh giá của từng mức</Trans>}>
          <Levels levels={levels} />
        </Section>
      )}
    </>
  );
}

function Weights({ of: { weighted, coverage } }: { readonly of: Share }) {
  return (
    <>
      {weighted ? (
        <Trans>Tính theo trọng số là số hồ sơ của từng xã và lĩnh vực.</Trans>
      ) : (
        <Trans>Chưa đủ số hồ sơ của các xã và lĩnh vực nên không tính trọng số.</Trans>
      )}{' '}
      {coverage !== null && <Trans>Có {percent(coverage, 1)} số hồ sơ được đánh giá.</Trans>}
    </>
  );
}

function Levels({ levels }: { readonly levels: PublishedRatings['levels'] }) {
  const { t } = useLingui();
  const word = useLevelWords();
  return (
    <DataTable<PublishedRatings['levels'][number]>
      caption={t`Số đánh giá của từng mức`}
      file="public"
      of={given(levels.toReversed())}
      rowKey={({ level }) => String(level)}
      inOneOrder="given"
      columns={[
        { key: 'level', names: true, head: t`Mức`, cell: ({ level }) => word(level) },
        { key: 'rated', head: t`Đã gửi`, numeric: true, cell: ({ rated }) => number(rated) },
        { key: 'counted', head: t`Được tính`, numeric: true, cell: ({ counted }) => number(counted) },
        { key: 'held', head: t`Từng bị giữ lại`, numeric: true, cell: ({ held }) => number(held) },
        { key: 'excluded', head: t`Không tính`, numeric: true, cell: ({ excluded }) => number(excluded) },
      ]}
      empty={null}
    />
  );
}
