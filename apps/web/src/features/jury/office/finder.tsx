import { type ComponentProps } from 'react';
import { useAsk } from '../../../api/ask';
import { named } from '../../../ui/format';
import { type Find, PickField } from '../../../ui/pick-field';
import { FIND_INITIATIVES, FIND_PEOPLE } from './finder.query';

type FinderProps = Omit<ComponentProps<typeof PickField>, 'useFind'>;

const usePeople: Find = (search, pause) => {
  const { data, busy } = useAsk(FIND_PEOPLE, { search }, { pause });
  const found = data?.people.edges.map(({ node: { id, fullName, unit } }) => ({
    id,
    label: fullName,
    caption: unit ? named(unit) : undefined,
  }));
  return { found: found ?? [], busy };
};

/** Somebody known to the platform, found by part of the name. */
export function PersonFinder(props: FinderProps) {
  return <PickField {...props} useFind={usePeople} />;
}

/** An initiative of a contest, found by its code or part of its title. */
export function InitiativeFinder({ contestId, ...props }: FinderProps & { readonly contestId: string }) {
  const useInitiatives: Find = (search, pause) => {
    const { data, busy } = useAsk(FIND_INITIATIVES, { contestId, search }, { pause });
    const found = data?.initiatives.edges.map(({ node: { id, title, receiptNumber } }) => ({
      id,
      label: title,
      caption: receiptNumber ?? undefined,
    }));
    return { found: found ?? [], busy };
  };
  return <PickField {...props} useFind={useInitiatives} />;
}
