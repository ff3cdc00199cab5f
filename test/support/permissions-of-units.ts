/** The part of the permission table that is about units and the calendar that they work by. */
export const OF_UNITS: Readonly<Record<string, string>> = {
  units: 'unit:read',
  unit: 'unit:read',
  unitLineage: 'unit:read',
  unitLineages: 'unit:read',
  roster: 'unit:read',
  rosterUnits: 'unit:read',
  publicUnits: 'public',
  workingCalendars: 'public',
  termEnd: 'public',
  createUnit: 'unit:edit',
  editUnit: 'unit:edit',
  closeUnit: 'unit:edit',
  recordLineage: 'unit:edit',
  removeLineage: 'unit:edit',
  enterWorkingCalendar: 'calendar:edit',
  changeWorkingCalendar: 'calendar:edit',
};
