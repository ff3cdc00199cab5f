import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useAsk } from '../../../api/ask';
import { Button, LinkButton } from '../../../ui/button';
import { number } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { OfficeBar } from '../office/contest-bar';
import { OfficeDossierView, OfficeHeadActs, OfficeHeadLine } from '../office/office-dossier';
import styles from '../office/office.module.css';
import { DOSSIER_TO_SCREEN } from '../office/office.query';
import { isTyping } from '../office/verdict';
import { WAITING } from '../office/screening.query';

const MOST = 100;

/** What waits to be screened, one after another, the first received first. J and K go on and back; the place stands in the address. */
export function Page() {
  const { t } = useLingui();
  const { contestId } = useParams({ from: '/inside/contests/$contestId/screening' });
  const { at } = useSearch({ from: '/inside/contests/$contestId/screening' });
  const go = useNavigate({ from: '/contests/$contestId/screening' });
  const waiting = useAsk(WAITING, { contestId, first: MOST });
  const ids = (waiting.data?.initiatives.edges ?? []).map(({ node }) => node.id);
  const current = at ?? ids[0];
  const place = current === undefined ? -1 : ids.indexOf(current);
  const next = ids[place + 1];
  const before = place > 0 ? ids[place - 1] : undefined;
  const open = (id: string | undefined) => {
    if (id !== undefined) void go({ search: { at: id } });
  };
  useKeys({
    j: () => {
      open(next);
    },
    k: () => {
      open(before);
    },
  });
  const onDecided = () => {
    const following = next ?? ids.find((id) => id !== current);
    void go({ search: following === undefined ? {} : { at: following } });
    waiting.again();
  };
  return (
    <>
      <OfficeBar
        contest={waiting.data?.contest}
        crumbs={[
          { label: t`Hồ sơ`, link: { to: '/contests/$contestId/dossiers', params: { contestId } } },
          { label: t`Kiểm tra lần lượt` },
        ]}
      />
      <Answer of={waiting}>
        {({ initiatives: { totalCount } }) =>
          current === undefined ? (
            <>
              <PageHead title={t`Kiểm tra hồ sơ`} />
              <Empty title={<Trans>Chưa có hồ sơ nào chờ kiểm tra</Trans>}>
                <p>
                  <LinkButton to="/contests/$contestId/dossiers" params={{ contestId }}>
                    <Trans>Xem mọi hồ sơ</Trans>
                  </LinkButton>
                </p>
              </Empty>
            </>
          ) : (
            <>
              <nav className={styles.queue} aria-label={t`Hồ sơ chờ kiểm tra`}>
                <Button
                  size="small"
                  shut={before === undefined}
                  aria-keyshortcuts="K"
                  onClick={() => {
                    open(before);
                  }}
                >
                  <Trans>Hồ sơ trước</Trans>
                </Button>
                <Button
                  size="small"
                  shut={next === undefined}
                  aria-keyshortcuts="J"
                  onClick={() => {
                    open(next);
                  }}
                >
                  <Trans>Hồ sơ sau</Trans>
                </Button>
                <span>
                  {place >= 0 ? (
                    <Trans>
                      Hồ sơ {number(place + 1)} trong {number(totalCount)} hồ sơ chờ kiểm tra
                    </Trans>
                  ) : (
                    <Trans>{number(totalCount)} hồ sơ chờ kiểm tra</Trans>
                  )}
                </span>
                <span className={styles.keys}>
                  <Trans>
                    Phím <kbd>J</kbd> hồ sơ sau, <kbd>K</kbd> hồ sơ trước
                  </Trans>
                </span>
              </nav>
              <One key={current} id={current} onDecided={onDecided} />
            </>
          )
        }
      </Answer>
    </>
  );
}

function One({ id, onDecided }: { readonly id: string; readonly onDecided: () => void }) {
  const asked = useAsk(DOSSIER_TO_SCREEN, { id });
  const head = useRef<HTMLDivElement>(null);
  const known = asked.data?.initiative?.id;
  useEffect(() => {
    if (known) head.current?.querySelector<HTMLElement>('h1')?.focus();
  }, [known]);
  return (
    <Answer of={asked}>
      {({ initiative }) =>
        initiative === null ? (
          <Empty title={<Trans>Không có hồ sơ này, hoặc hồ sơ không mở cho tài khoản này.</Trans>} />
        ) : (
          <>
            <div ref={head}>
              <PageHead title={initiative.title} acts={<OfficeHeadActs dossier={initiative} />}>
                <OfficeHeadLine dossier={initiative} />
              </PageHead>
            </div>
            <OfficeDossierView dossier={initiative} similar={asked} onDecided={onDecided} again={asked.again} />
          </>
        )
      }
    </Answer>
  );
}

/** Letters that do something while nothing is typed. */
function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      latest.current[event.key.toLowerCase()]?.();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, []);
}
