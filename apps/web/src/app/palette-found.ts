import { useLingui } from '@lingui/react/macro';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useAsk } from '../api/ask';
import { graphql } from '../api/graphql';
import { may, useMe } from '../api/session';
import { type Drawing } from '../ui/icon';
import { Award, Dossier } from '../ui/icons';
import { usePlaces } from './places';

export interface Found {
  readonly key: string;
  readonly href: string;
  readonly label: string;
  /** What it is, said beside its name. */
  readonly kind: string;
  readonly icon: Drawing;
}

const FIND = graphql(`
  query Find($search: String!, $drafts: Boolean!) {
    myInitiatives(first: 5, search: $search) @include(if: $drafts) {
      edges {
        node {
          id
          title
        }
      }
    }
    winners(first: 5, search: $search) {
      edges {
        node {
          id
          initiative {
            id
            title
          }
        }
      }
    }
  }
`);

const SHORTEST = 2;
const PAUSE_MS = 150;

/** Without case and tone marks, as people type in a hurry. */
const fold = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();

/** Pages first, then one's own initiatives, then winners of all years. */
export function useFound(typed: string): readonly Found[] {
  const { t } = useLingui();
  const me = useMe();
  const search = useSettled(typed.trim());
  const router = useRouter();
  const places = usePlaces().flatMap((group) => group.places);
  const { data } = useAsk(FIND, { search, drafts: may(me, 'initiative:draft') }, { pause: search.length < SHORTEST });
  const pages = places
    .filter(({ label }) => fold(label).includes(fold(typed.trim())))
    .map(({ to, params, label, icon }): Found => {
      const { href } = router.buildLocation({ to, params });
      return { key: href, href, label, icon, kind: t`Trang` };
    });
  if (search.length < SHORTEST || !data) return pages;
  const own = (data.myInitiatives?.edges ?? []).map(({ node: { id, title } }): Found => ({
    key: id,
    href: `/initiatives/${id}`,
    label: title,
    icon: Dossier,
    kind: t`Sáng kiến của tôi`,
  }));
  const won = data.winners.edges.map(({ node }): Found => ({
    key: node.id,
    href: `/winners/${node.initiative.id}`,
    label: node.initiative.title,
    icon: Award,
    kind: t`Đã đạt giải`,
  }));
  return [...pages, ...own, ...won];
}

/** What was typed, once no key was pressed for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [value]);
  return settled;
}
