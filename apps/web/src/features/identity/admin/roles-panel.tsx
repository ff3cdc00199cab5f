import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAsk } from '../../../api/ask';
import { Button } from '../../../ui/button';
import { day, named } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { useRoleNames } from '../role-names';
import styles from './admin.module.css';
import { GiveRole } from './give-role';
import { GrantActs } from './grant-acts';
import { GrantStateMark } from './grant-state';
import { GRANTS_OF } from './grants.query';
import { type PersonRow } from './people.query';

/** What somebody may do, for which unit and until when. */
export function RolesPanel({ person }: { readonly person: PersonRow }) {
  const roles = useRoleNames();
  const asked = useAsk(GRANTS_OF, { personId: person.id });
  const [giving, setGiving] = useState(false);
  return (
    <Panel
      title={<Trans>Vai trò</Trans>}
      side={
        person.canGrantRole &&
        !giving && (
          <Button
            size="small"
            onClick={() => {
              setGiving(true);
            }}
          >
            <Trans>Giao vai trò</Trans>
          </Button>
        )
      }
    >
      {giving && (
        <GiveRole
          person={person}
          onClose={(given) => {
            setGiving(false);
            if (given) asked.again();
          }}
        />
      )}
      <Answer of={asked} rows={2}>
        {({ grants }) =>
          grants.edges.length === 0 ? (
            <Empty title={<Trans>Không có vai trò nào</Trans>} />
          ) : (
            grants.edges.map(({ node }) => (
              <div key={node.id} className={styles.row}>
                <div>
                  <strong>{roles[node.role]}</strong>
                  <span className="caption">
                    {named(node.unit)} ·{' '}
                    {node.validTo === null ? (
                      <Trans>từ {day(node.validFrom)}, không thời hạn</Trans>
                    ) : (
                      <Trans>
                        {day(node.validFrom)} – {day(node.validTo)}
                      </Trans>
                    )}
                  </span>
                </div>
                <GrantStateMark of={node} />
                <GrantActs grant={node} onDone={asked.again} />
              </div>
            ))
          )
        }
      </Answer>
    </Panel>
  );
}
