import { Outlet } from '@tanstack/react-router';
import { unsentStore } from '../api/unsent';
import { StoreContext } from '../ui/kept-texts';

/** Around every page of people who are signed in: what they type in dialogs is kept until it is sent. */
export function Page() {
  return (
    <StoreContext value={unsentStore}>
      <Outlet />
    </StoreContext>
  );
}
