import { Trans, useLingui } from '@lingui/react/macro';
import { type StatedRound, leaves } from '#plain/contest';
import { Button } from '../../../ui/button';
import { number } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import { CheckCell, ChoiceCell, PlaceError, TextCell, WholeCell } from './cells';
import { useChoiceWords } from './choice-words';
import { CriterionTree } from './criterion-tree';
import { useEditing } from './editing';
import styles from './rule-book.module.css';

interface RoundFieldsProps {
  readonly at: number;
  readonly round: StatedRound;
  readonly isWeighted: boolean;
  /** Left out where it is the only one. */
  readonly onRemove?: () => void;
}

const DEFAULT_PRESENTATION = { presentMinutes: 10, questionMinutes: 5, marksInRoom: false };

/** A round: what is judged, by how many, how marks become a score, and who passes. */
export function RoundFields({ at, round, isWeighted, onRemove }: RoundFieldsProps) {
  const { t } = useLingui();
  const { readOnly } = useEditing();
  const path = `rounds.${String(at)}`;
  const place = at + 1;
  const most = number(leaves(round.rubric).reduce((sum, { max }) => sum + (Number(max.replace(',', '.')) || 0), 0));
  return (
    <Panel
      title={
        <Trans>
          Vòng {place}: {round.nameVi}
        </Trans>
      }
      side={
        !readOnly &&
        onRemove && (
          <Button size="small" onClick={onRemove}>
            <Trans>Bỏ vòng này</Trans>
          </Button>
        )
      }
    >
      <PlaceError path={path} />
      <div className={styles.pairs}>
        <TextCell label={t`Tên vòng`} path={`${path}.nameVi`} value={round.nameVi} />
        <TextCell label={t`Tên bằng tiếng Anh`} path={`${path}.nameEn`} value={round.nameEn} />
        <TextCell label={t`Mã`} path={`${path}.key`} value={round.key} />
      </div>
      <h3 className={styles.part}>
        <Trans>Tiêu chí, tổng tối đa {most} điểm</Trans>
      </h3>
      <CriterionTree path={`${path}.rubric`} list={round.rubric} rubric={round.rubric} />
      <h3 className={styles.part}>
        <Trans>Giám khảo và cách tính điểm</Trans>
      </h3>
      <Scoring path={path} round={round} isWeighted={isWeighted} />
      <h3 className={styles.part}>
        <Trans>Ai qua vòng</Trans>
      </h3>
      <CutOffFields path={`${path}.cutOff`} of={round.cutOff} />
      <h3 className={styles.part}>
        <Trans>Cách chấm</Trans>
      </h3>
      <Way path={path} round={round} />
    </Panel>
  );
}

function Scoring({ path, round, isWeighted }: { readonly path: string; readonly round: StatedRound; readonly isWeighted: boolean }) {
  const { t } = useLingui();
  const words = useChoiceWords();
  return (
    <div className={styles.pairs}>
      <WholeCell label={t`Giám khảo cho mỗi sáng kiến`} path={`${path}.judgesPerInitiative`} value={round.judgesPerInitiative} />
      <WholeCell label={t`Số phiếu ít nhất để đóng vòng`} path={`${path}.minimumCards`} value={round.minimumCards} />
      <ChoiceCell
        label={t`Điểm của sáng kiến là`}
        path={`${path}.aggregation.kind`}
        value={round.aggregation.kind}
        choices={words.aggregation}
      />
      {round.aggregation.kind === 'TRIMMED_MEAN' && (
        <ChoiceCell label={t`Bỏ`} path={`${path}.aggregation.trimming`} value={round.aggregation.trimming} choices={words.trimming} />
      )}
      {isWeighted && <TextCell label={t`Trọng số, từ 0 đến 1`} path={`${path}.weight`} value={round.weight} nullable numeric />}
      <TextCell
        label={t`Chấm thêm khi lệch quá`}
        path={`${path}.divergenceThreshold`}
        value={round.divergenceThreshold}
        nullable
        numeric
        optional
      />
      {round.divergenceThreshold !== null && (
        <ChoiceCell label={t`Phiếu chấm thêm`} path={`${path}.furtherMark`} value={round.furtherMark} choices={words.furtherMark} />
      )}
    </div>
  );
}

function CutOffFields({ path, of }: { readonly path: string; readonly of: StatedRound['cutOff'] }) {
  const { t } = useLingui();
  const words = useChoiceWords();
  return (
    <div className={styles.pairs}>
      <TextCell label={t`Điểm sàn`} path={`${path}.score`} value={of.score} nullable numeric optional />
      <WholeCell label={t`Số sáng kiến đứng đầu`} path={`${path}.top`} value={of.top} optional />
      {of.score !== null && of.top !== null && <ChoiceCell label={t`Cần`} path={`${path}.join`} value={of.join} choices={words.join} />}
    </div>
  );
}

function Way({ path, round }: { readonly path: string; readonly round: StatedRound }) {
  const { t } = useLingui();
  const words = useChoiceWords();
  const { put, readOnly } = useEditing();
  const { presentation } = round;
  return (
    <>
      <div className={styles.pairs}>
        <ChoiceCell label={t`Giám khảo`} path={`${path}.visibility`} value={round.visibility} choices={words.visibility} />
      </div>
      <CheckCell label={t`Chấm thử hai mẫu trước khi chấm`} path={`${path}.calibration`} checked={round.calibration} />
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={presentation !== null}
          onChange={(event) => {
            if (!readOnly) put(`${path}.presentation`, event.target.checked ? DEFAULT_PRESENTATION : null);
          }}
        />
        <span>
          <Trans>Tác giả trình bày trước Ban Giám khảo</Trans>
        </span>
      </label>
      {presentation !== null && (
        <div className={styles.pairs}>
          <WholeCell label={t`Phút trình bày`} path={`${path}.presentation.presentMinutes`} value={presentation.presentMinutes} />
          <WholeCell label={t`Phút hỏi đáp`} path={`${path}.presentation.questionMinutes`} value={presentation.questionMinutes} />
          <CheckCell
            label={t`Chỉ chấm khi phần trình bày đã bắt đầu`}
            path={`${path}.presentation.marksInRoom`}
            checked={presentation.marksInRoom}
          />
        </div>
      )}
    </>
  );
}
